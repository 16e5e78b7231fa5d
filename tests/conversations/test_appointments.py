"""A time to talk (P1, P8): one proposes, the other agrees, and both have it in their calendars."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from icalendar import Calendar
from sqlmodel import select

from community import own_data
from conversations.answers import says_day, says_moment
from conversations.testing import Stage
from conversations.transcripts import play
from storage.tables import Introduction
from tests.conversations.openings import opening

MET = """
Tom > I accept
Tom < Thank you! It is Zoé. … If one of these moments suits you, choose it: I’ll suggest it to Zoé. • Tuesday 24 November at 1:00 PM (Paris) and Tuesday 24 November at 12:00 PM (London) … [Tuesday 24 November at 12:00] [Wednesday 25 November at 9:00] [Thursday 26 November at 3:00] [We’ll sort it out]
Zoé < Bonne nouvelle…
room:1 < Bonjour Zoé…
room:1 < Hello Zoé…
"""
PROPOSED = """
Tom > [Thursday 26 November]
Tom < I’ve suggested it to Zoé. …
Zoé < Tom vous propose de parler de « GDPR » le jeudi 26 novembre à 16:00. Est-ce que cela vous va ? Le moment proposé • jeudi 26 novembre à 16:00 (Paris) et jeudi 26 novembre à 15:00 (Londres) [Oui, ça me va] [Un autre moment] [On voit ça ensemble]
"""
AGREED = """
Zoé > [Oui, ça me va]
Zoé < C’est noté : vous parlez avec Tom le jeudi 26 novembre à 16:00. …
Tom < Noted: you are talking with Zoé on Thursday 26 November at 3:00 PM. …
"""
THURSDAY = datetime(2026, 11, 26, 15, tzinfo=UTC)


@opening
def asked(stage: Stage) -> Stage:
    """Tom, in London, has Zoé's request in hand."""
    stage.member("Zoé")
    stage.member("Tom", locale="en", offers=["GDPR"], time_zone="Europe/London")
    for words in ("/ask GDPR", "Tom", "passer"):
        stage.says("Zoé", words)
    stage.heard.clear()
    return stage


def kept(stage: Stage, who: str) -> dict[str, str]:
    """What somebody has for their calendar, line by line."""
    files = [each.outgoing.file for each in stage.spoken[f"dm:{who}"] if each.outgoing.file]
    (event,) = Calendar.from_ical(files[-1].content).walk("VEVENT")
    return {name: value.to_ical().decode() for name, value in event.items()}


def due(stage: Stage) -> tuple[datetime | None, datetime | None]:
    """The time that was agreed on, and when the two are asked how it went."""
    row = select(Introduction.talk_at, Introduction.due_at)
    at, then = stage.work(lambda scope: scope.db.exec(row).one())
    return at, then


def test_a_time_is_proposed_agreed_on_and_kept_by_both(asked: Stage) -> None:
    play(asked, MET + PROPOSED + AGREED)
    for who, title in (("Zoé", "Conversation avec Tom"), ("Tom", "Conversation with Zoé")):
        event = kept(asked, who)
        assert event["SUMMARY"] == title
        assert (event["DTSTART"], event["DTEND"]) == ("20261126T150000Z", "20261126T153000Z")
    assert kept(asked, "Zoé")["UID"] == kept(asked, "Tom")["UID"], "it is the same talk"


def test_both_are_asked_two_days_after_the_time_and_not_before(asked: Stage) -> None:
    play(asked, MET + PROPOSED + AGREED)
    assert due(asked) == (THURSDAY, THURSDAY + timedelta(days=2))
    play(
        asked,
        """
        5 days pass
        6 hours pass
        Zoé < Vous aviez choisi le jeudi 26 novembre à 16:00 pour parler de « GDPR » avec Tom. … [Oui] [C’est prévu] [Pas encore]
        Tom < You had chosen Thursday 26 November at 3:00 PM to talk about “GDPR” with Zoé. … [Yes]
        """,
    )


def test_another_time_goes_back_to_whoever_proposed_the_first(asked: Stage) -> None:
    play(asked, MET + PROPOSED)
    play(
        asked,
        """
        Zoé > [Un autre moment]
        Zoé < Quand pourriez-vous parler avec Tom ? … [mardi 24 novembre à 13:00] [mercredi 25 novembre à 10:00] [On voit ça ensemble]
        Tom < Thursday 26 November at 3:00 PM doesn’t suit Zoé. …
        Zoé > [mercredi 25]
        Zoé < C’est proposé à Tom. …
        Tom < Zoé suggests talking about “GDPR” on Wednesday 25 November at 9:00 AM. … [Yes, that suits me]
        Tom > [Yes]
        Tom < Noted: you are talking with Zoé on Wednesday 25 November at 9:00 AM. …
        Zoé < C’est noté : vous parlez avec Tom le mercredi 25 novembre à 10:00. …
        """,
    )


def test_whoever_proposed_a_time_hears_that_it_does_not_suit_though_no_other_is_named(
    asked: Stage,
) -> None:
    """“As soon as I have an answer, I'll tell you”, and nothing came."""
    play(asked, MET + PROPOSED)
    for words in ("non", "annule"):
        asked.says("Zoé", words)
    assert "doesn’t suit Zoé" in asked.spoken["dm:Tom"][-1].text


def test_a_time_in_ones_own_words_is_proposed_too(asked: Stage) -> None:
    """“Jeudi à 18h” was taken for something else, and the offered times were all there were."""
    play(asked, MET)
    play(
        asked,
        """
        Tom > thursday at 6pm
        Tom < I’ve suggested it to Zoé. …
        Zoé < Tom vous propose de parler de « GDPR » le jeudi 26 novembre à 19:00. … [Oui, ça me va]
        Zoé > plutôt vendredi à 8h30
        Zoé < C’est proposé à Tom. …
        Tom < Zoé suggests talking about “GDPR” on Friday 27 November at 7:30 AM. … [Yes, that suits me]
        Tom > yes
        Tom < Noted: you are talking with Zoé on Friday 27 November at 7:30 AM. …
        Zoé < C’est noté : vous parlez avec Tom le vendredi 27 novembre à 08:30. …
        """,
    )


def test_a_time_that_is_over_is_not_proposed(asked: Stage) -> None:
    play(asked, MET)
    told = len(asked.spoken["dm:Zoé"])
    asked.says("Tom", "15 november 2020 at 6pm")
    assert asked.spoken["dm:Tom"][-1].outgoing.text.key == "gathering-read-past"
    assert len(asked.spoken["dm:Zoé"]) == told


@pytest.mark.parametrize(
    "words", ["qui peut m’aider jeudi à 18h ?", "jeudi", "à 18h", "31 février à 18h", "jeudi 26h"]
)
def test_what_is_no_time_is_none(words: str) -> None:
    assert not says_moment(words)


@pytest.mark.parametrize("first", [
    "", "Zoé > [Un autre moment]\nZoé < Quand pourriez-vous…\nTom < Thursday 26 November …\n",
])  # fmt: skip
def test_whoever_would_rather_arrange_it_says_so_and_the_other_is_told(
    asked: Stage, first: str
) -> None:
    play(
        asked,
        f"""
        {MET}
        {PROPOSED}
        {first}
        Zoé > [On voit ça ensemble]
        Zoé < Très bien, je vous laisse vous arranger. …
        Tom < Zoé would rather arrange with you directly when to talk. …
        """,
    )
    assert due(asked)[0] is None


def test_a_time_that_can_t_be_kept_leaves_the_calendars(asked: Stage) -> None:
    """Nothing took it out again: the entry stood there for a talk that nobody came to."""
    play(asked, MET + PROPOSED + AGREED)
    before = kept(asked, "Zoé")
    asked.does("Tom", "leave")
    (off,) = [each for each in asked.spoken["dm:Zoé"] if each.outgoing.text.key == "time-off"]
    assert off.outgoing.file is not None
    assert b"METHOD:CANCEL" in off.outgoing.file.content
    event = kept(asked, "Zoé")
    assert (before["SEQUENCE"], event["SEQUENCE"]) == ("0", "1")
    assert event["STATUS"] == "CANCELLED"
    for name in ("UID", "DTSTART", "DTEND"):
        assert event[name] == before[name]
    assert due(asked)[0] is None
    assert "jeudi 26 novembre à 16:00 avec Tom n’aura pas lieu" in str(asked.spoken["dm:Zoé"])


def test_a_time_that_has_been_is_not_called_off(asked: Stage) -> None:
    play(asked, MET + PROPOSED + AGREED)
    asked.passes(timedelta(days=4))
    asked.does("Tom", "leave")
    assert not any("n’aura pas lieu" in each.text for each in asked.spoken["dm:Zoé"])


def test_whoever_picks_no_time_bothers_nobody(asked: Stage) -> None:
    play(asked, MET)
    play(asked, "Tom > [We’ll sort it out]\nTom < All right, I’ll leave it to the two …")


def test_a_time_that_nobody_picked_is_not_asked_for_once_the_two_are_followed(
    asked: Stage,
) -> None:
    play(
        asked,
        MET
        + """
        2 days pass
        1 minute passes
        Zoé < Le … je vous ai mis en lien avec Tom… [Oui]
        Tom < On … I put you in touch with Zoé… [Yes]
        Tom > [Yes]
        Tom < …
        Tom > [Thursday 26 November]
        Tom < It is too late for that…
        """,
    )


def test_a_time_that_has_come_can_no_longer_be_agreed_to(asked: Stage) -> None:
    play(asked, MET)
    play(
        asked,
        """
        Tom > [Tuesday 24 November]
        Tom < I’ve suggested it to Zoé. …
        Zoé < Tom vous propose…
        1 day passes
        12 hours pass
        Zoé > [Oui, ça me va]
        Zoé < C’est trop tard pour cela…
        """,
    )
    assert due(asked)[0] is None


def test_nobody_agrees_with_somebody_who_has_been_erased(asked: Stage) -> None:
    play(asked, MET + PROPOSED)
    asked.does("Tom", "erase")
    asked.heard.clear()
    play(asked, "Zoé > [Oui, ça me va]\nZoé < Cette question est close. …")
    assert due(asked)[0] is None


def test_two_whom_the_team_introduces_pick_a_time_too(stage: Stage) -> None:
    for name, role in (("Zoé", "member"), ("Marc", "member"), ("Inès", "moderator")):
        stage.member(name, role=role)
    for words in ("/intro @Zoé @Marc", "Vous aimez tous deux les jardins"):
        stage.says("Inès", words)
    for who in ("Zoé", "Marc"):
        stage.taps(who, "Volontiers")
    stage.heard.clear()
    play(
        stage,
        """
        Marc > [mardi 24 novembre]
        Marc < C’est proposé à Zoé. …
        Zoé < Marc vous propose de parler de « Vous aimez tous deux les jardins » le mardi 24 novembre à 13:00. …
        Zoé > oui, ça me va
        Zoé < C’est noté : vous parlez avec Marc le mardi 24 novembre à 13:00. …
        Marc < C’est noté : vous parlez avec Zoé le mardi 24 novembre à 13:00. …
        """,
    )


def test_a_helper_finds_the_time_in_their_own_data(asked: Stage) -> None:
    """A helper who had asked nothing could not be given their data at all."""
    play(asked, MET + PROPOSED + AGREED)
    data = asked.work(own_data.collect, actor="Tom")
    (row,) = data["introductions"]
    assert datetime.fromisoformat(row["talk_at"]) == THURSDAY
    assert "need" not in row


@pytest.mark.parametrize(
    "words", ["no", "skip", "whenever", "we'll sort it out", "never mind", "[We’ll sort it out]"]
)
def test_an_hour_that_is_asked_for_can_be_left_to_the_two(asked: Stage, words: str) -> None:
    """Only an hour was an answer, and there was no button."""
    play(asked, MET)
    play(
        asked,
        f"""
        Tom > Friday would be better
        Tom < At what time, on Friday 27 November? … [We’ll sort it out]
        Tom > {words}
        Tom < All right, I’ll leave it to the two of you. …
        """,
    )


def test_the_other_is_told_if_the_hour_was_to_be_another_one(asked: Stage) -> None:
    play(asked, MET + PROPOSED)
    play(
        asked,
        """
        Zoé > vendredi m’arrangerait mieux
        Zoé < À quelle heure, vendredi 27 novembre ? … [On voit ça ensemble]
        Zoé > on verra
        Zoé < Très bien, je vous laisse vous arranger. …
        Tom < Zoé would rather arrange with you directly when to talk. …
        """,
    )


def test_a_question_to_the_other_names_no_day_to_the_bot() -> None:
    assert not says_day("On se parle demain ?")
    assert says_day("demain ?")


def test_an_agreed_time_is_moved_from_where_requests_stand(asked: Stage) -> None:
    """There was no way to move it."""
    play(asked, MET + PROPOSED + AGREED)
    play(
        asked,
        """
        Tom > /where
        Tom < … [Move: Zoé] [Call off: Zoé]
        Tom > [Move: Zoé]
        Tom < When would you rather talk with Zoé? …
        Tom > friday at 5 pm
        Tom < I’ve suggested it to Zoé. …
        Tom < Your conversation of Thursday 26 November at 3:00 PM with Zoé will not take place. …
        Zoé < La conversation du jeudi 26 novembre à 16:00 avec Tom n’aura pas lieu. …
        Zoé < Tom vous propose de parler de « GDPR » le vendredi 27 novembre à 18:00. … [Oui, ça me va]
        Zoé > [Oui, ça me va]
        Zoé < C’est noté : vous parlez avec Tom le vendredi 27 novembre à 18:00. …
        Tom < Noted: …
        """,
    )


def test_an_agreed_time_is_called_off_for_both(asked: Stage) -> None:
    play(asked, MET + PROPOSED + AGREED)
    play(
        asked,
        """
        Zoé > /where
        Zoé < … [Décaler : Tom] [Annuler la conversation : Tom]
        Zoé > [Annuler la conversation]
        Zoé < La conversation du jeudi 26 novembre à 16:00 avec Tom n’aura pas lieu. …
        Tom < Your conversation of Thursday 26 November at 3:00 PM with Zoé will not take place. …
        """,
    )
    assert due(asked)[0] is None


MOVED_TO_FRIDAY = """
Tom < I’ve suggested it to Zoé. …
Tom < Your conversation of Thursday 26 November at 3:00 PM with Zoé will not take place. …
Zoé < La conversation du jeudi 26 novembre à 16:00 avec Tom n’aura pas lieu. …
Zoé < Tom vous propose de parler de « GDPR » le vendredi 27 novembre à 18:00. … [Oui, ça me va]
"""


@pytest.mark.parametrize("words", ["can we move it to friday", "could we talk on friday instead?", "can we reschedule our call with Zoé to friday please"])  # fmt: skip
def test_a_talk_is_moved_in_ones_own_words(asked: Stage, words: str) -> None:
    """They were not understood, or taken for a need."""
    play(asked, MET + PROPOSED + AGREED)
    play(
        asked,
        f"""
        Tom > {words}
        Tom < At what time, on Friday 27 November? …
        Tom > 5 pm
        {MOVED_TO_FRIDAY}
        """,
    )


def test_a_moment_to_move_a_talk_to_is_taken_at_once(asked: Stage) -> None:
    play(asked, MET + PROPOSED + AGREED)
    play(asked, f"Tom > can we move it to friday 5pm?\n{MOVED_TO_FRIDAY}")


@pytest.mark.parametrize("words", ["on peut décaler ?", "on peut décaler notre rdv de jeudi ?", "j’aimerais changer l’heure"])  # fmt: skip
def test_whoever_names_no_other_time_is_asked_for_it(asked: Stage, words: str) -> None:
    play(asked, MET + PROPOSED + AGREED)
    play(asked, f"Zoé > {words}\nZoé < Quand préférez-vous parler avec Tom ? … [Garder le moment]")


@pytest.mark.parametrize(
    ("who", "words"),
    [("Zoé", "je ne peux plus jeudi"), ("Zoé", "finalement jeudi ça ne va pas, désolée"),
     ("Zoé", "je dois annuler notre rdv"), ("Tom", "I can't make thursday any more"),
     ("Tom", "I can't make our call")],
)  # fmt: skip
def test_whoever_can_not_on_that_day_moves_it_or_calls_it_off(
    asked: Stage, who: str, words: str
) -> None:
    play(asked, MET + PROPOSED + AGREED)
    asked.says(who, words)
    asked.taps(who, "Annuler" if who == "Zoé" else "Call off")
    for each in ("Zoé", "Tom"):
        assert asked.spoken[f"dm:{each}"][-1].outgoing.text.key == "time-off"
    assert due(asked)[0] is None


def test_a_talk_is_kept_after_second_thoughts(asked: Stage) -> None:
    play(asked, MET + PROPOSED + AGREED)
    play(
        asked,
        """
        Zoé > je ne peux plus jeudi
        Zoé < Voulez-vous parler à un autre moment, ou pas du tout ? … [Décaler : Tom] [Annuler la conversation : Tom] [Garder le moment prévu]
        Zoé > non
        Zoé < Très bien, le moment prévu tient.
        """,
    )
    assert due(asked)[0] == THURSDAY


@pytest.mark.parametrize("words", ["déplacer mon piano jeudi", "je ne peux plus vendredi", "je cherche quelqu’un pour déplacer un meuble", "je ne peux plus payer mon loyer"])  # fmt: skip
def test_words_about_something_else_move_no_talk(asked: Stage, words: str) -> None:
    play(asked, MET + PROPOSED + AGREED)
    asked.says("Zoé", words)
    keys = {each.outgoing.text.key for each in asked.spoken["dm:Zoé"]}
    assert not keys & {"time-change", "time-move-to"}
    assert "two-paragraphs" not in keys
