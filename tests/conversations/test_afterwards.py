"""After the hand-off, and after somebody has gone for good."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

import pytest
from sqlmodel import select

from community import budget
from community.scope import Scope
from conversations.testing import Stage
from conversations.transcripts import play
from storage.tables import Ask
from tests.conversations.openings import opening

ERASED = """
{who} > /mydata
{who} < … [Tout effacer]
{who} > [Tout effacer]
{who} < C’est définitif … [Tout effacer]
{who} > [Tout effacer]
{who} < C’est fait …
"""


@opening
def asked(stage: Stage) -> Stage:
    """Awa has Zoé's request in hand, and nobody else could."""
    stage.member("Zoé")
    stage.member("Awa", offers=["comptabilité"])
    stage.member("Inès", role="moderator")
    for words in ("/ask comptabilité", "Awa", "passer"):
        stage.says("Zoé", words)
    stage.heard.clear()
    return stage


@pytest.fixture
def met(asked: Stage) -> Stage:
    """Awa has accepted."""
    asked.says("Awa", "j'accepte")
    asked.heard.clear()
    return asked


def test_whoever_has_not_talked_yet_is_asked_again_in_a_week(met: Stage) -> None:
    play(
        met,
        """
        2 days pass
        1 minute passes
        Zoé < … Avez-vous pu vous parler ? [Pas encore]
        Awa < …
        Awa > [Oui]
        Awa < Merci d’avoir pris ce temps.
        Zoé > [Pas encore]
        Zoé < Cela arrive. … [Nous allons le faire] [Redemandez-moi dans une semaine]
        Zoé > [Redemandez-moi]
        Zoé < Entendu, je vous en reparle dans une semaine. …
        Zoé > /where
        Zoé < … vous êtes en lien avec Awa …
        Zoé > [Merci]
        Zoé < …
        7 days pass
        1 minute passes
        Zoé < Je vous redemande, comme convenu : avez-vous pu parler avec Awa de « comptabilité » ? [Oui]
        Zoé > [Pas encore]
        Zoé < Cela arrive. …
        Zoé > [Nous allons le faire]
        Zoé < Parfait, bonne conversation !
        """,
    )


TWO_DAYS = """
2 days pass
1 minute passes
Zoé < … Avez-vous pu vous parler ? [Oui] [C’est prévu]
Awa < … Avez-vous pu vous parler ? [Oui]
"""


def test_why_it_did_not_help_is_offered_to_the_team(met: Stage) -> None:
    """The request was closed, and the complaint lost."""
    play(
        met,
        TWO_DAYS
        + """
        Zoé > ui
        Zoé < Et cet échange avec Awa vous a-t-il aidé …
        Zoé > non ca m'a pas aidé du tout, elle a été désagréable
        Zoé < Merci de le dire. La demande est close…
        Zoé < Voulez-vous que l’équipe lise vos mots ? … [Oui] [Non]
        Zoé > oui
        Inès < Zoé écrit à l’équipe : « non ca m'a pas aidé du tout, elle a été désagréable » [Répondre]
        Zoé < C’est transmis à l’équipe, en privé. …
        """,
    )


def test_who_was_never_answered_and_would_have_somebody_else_is_understood(met: Stage) -> None:
    play(
        met,
        TWO_DAYS
        + """
        Zoé > elle a jamais répondu
        Zoé < Cela arrive. Qu’est-ce qui vous aiderait ? …
        Zoé > demande à qqun d'autre
        Awa < Zoé cherche maintenant quelqu’un d’autre …
        Inès < …
        Zoé < …
        """,
    )
    assert met.spoken["dm:Zoé"][-1].outgoing.text.key == "ask-with-team"


TWO_WEEKS = """
12 days pass
Zoé < Le … je vous avais mis en lien avec Awa pour « comptabilité ». Est-ce que cela vous a aidé ? … [Oui] [En partie] [Pas vraiment] [J’en parle à l’équipe] [Nous ne nous sommes pas parlé]
"""


def outcome(stage: Stage) -> tuple[str, str | None]:
    """How the ask stands, and what it ended as."""
    state, how = stage.work(lambda scope: scope.db.exec(select(Ask.state, Ask.outcome)).one())
    return state, how


def test_two_weeks_later_the_asker_says_whether_it_helped(met: Stage) -> None:
    play(met, TWO_DAYS + TWO_WEEKS)
    play(
        met,
        """
        Zoé > en partie
        Zoé < Un mot de remerciement pour Awa ? …
        Zoé > Merci pour tout
        Zoé < C’est transmis à Awa. …
        Awa < Zoé vous remercie pour « comptabilité » : « Merci pour tout »
        30 days pass
        """,
    )
    assert outcome(met) == ("closed", "helped")


def test_thanks_in_the_middle_of_an_answer_are_offered_as_the_word_of_thanks(met: Stage) -> None:
    """They were lost, and a word of thanks was asked for."""
    play(
        met,
        TWO_DAYS
        + """
        Zoé > un peu, merci quand même
        Zoé < Je n’ai pas reconnu cette réponse. …
        Zoé > yes a lot, he was great, thanks so much
        Zoé < Et cet échange avec Awa vous a-t-il aidé … [Oui]
        Zoé > oui merci
        Zoé < Voulez-vous que je transmette vos mots à Awa : « yes a lot, he was great, thanks so much » ? … [Oui, transmettez] [Dire simplement merci] [Passer]
        Zoé > oui
        Zoé < C’est transmis à Awa. …
        Awa < Zoé vous remercie pour « comptabilité » : « yes a lot, he was great, thanks so much »
        """,
    )


def test_silence_is_fine_and_nobody_is_asked_a_third_time(met: Stage) -> None:
    play(met, TWO_DAYS + "Awa > [Oui]\nAwa < Merci d’avoir pris ce temps." + TWO_WEEKS)
    play(met, "60 days pass\n1 minute passes\nZoé > /suivi\nZoé < Vous n’avez pas de demande …")
    assert outcome(met) == ("closed", "talked"), "the helper said that they talked"


def test_whoever_told_it_after_two_days_is_not_asked_again(met: Stage) -> None:
    play(
        met,
        TWO_DAYS
        + """
        Zoé > [Oui]
        Zoé < Et cet échange avec Awa … [Oui] [En partie] [Pas vraiment] [J’en parle à l’équipe]
        Zoé > [Pas vraiment]
        Zoé < Merci de le dire. …
        30 days pass
        """,
    )
    assert outcome(met) == ("closed", "talked")


def test_what_went_wrong_can_be_told_to_the_team(met: Stage) -> None:
    play(met, TWO_DAYS + TWO_WEEKS)
    play(
        met,
        """
        Zoé > [J’en parle à l’équipe]
        Zoé < Qu’aimeriez-vous dire à l’équipe ? …
        Zoé > elle m'a demandé de l'argent
        Inès < … elle m'a demandé de l'argent …
        Zoé < …
        """,
    )


def test_after_two_weeks_without_a_talk_somebody_else_can_be_asked(met: Stage) -> None:
    play(met, TWO_DAYS + TWO_WEEKS)
    play(
        met,
        """
        Zoé > [Nous ne nous sommes pas parlé]
        Zoé < Cela arrive. … [Redemandez-moi dans une semaine] [En rester là]
        Zoé > [En rester là]
        Zoé < Très bien, la demande est close. …
        """,
    )
    assert outcome(met) == ("closed", "not_met")


def test_the_last_to_decline_reads_that_the_team_takes_over(asked: Stage) -> None:
    play(
        asked,
        """
        Awa > [Je ne peux pas]
        Awa < Merci de l’avoir dit, l’équipe prend le relais.
        Inès < Une demande attend l’équipe …
        Zoé < Personne n’a pu prendre…
        """,
    )


def test_the_day_told_is_the_day_on_which_it_moves_on(asked: Stage) -> None:
    play(
        asked,
        """
        Zoé > /where
        Zoé < … Awa a jusqu’au samedi 28 novembre pour répondre …
        Zoé > [Merci]
        Zoé < …
        5 days pass
        1 minute passes
        Awa < Petit rappel…
        Zoé < Awa n’a pas encore répondu… Sans réponse le samedi 28 novembre, j’en parlerai à l’équipe.
        Awa < La demande « comptabilité » passe à l’équipe. …
        Zoé < Personne n’a pu prendre…
        Inès < Une demande attend l’équipe …
        """,
    )


def test_a_request_of_somebody_erased_is_withdrawn_without_its_words(asked: Stage) -> None:
    play(
        asked,
        ERASED.format(who="Zoé")
        + "Awa < Une demande que vous aviez reçue n’a plus besoin de réponse. …",
    )


def test_a_helper_who_was_erased_is_somebody_who_has_left(asked: Stage) -> None:
    play(
        asked,
        ERASED.format(who="Awa")
        + """
        Inès < Une demande attend l’équipe : « comptabilité ». Déjà sollicité : une personne partie depuis. …
        Zoé < Personne n’a pu prendre…
        """,
    )


@pytest.mark.parametrize("whom", ["Awa", "@awa", "<@Awa>"])
def test_whom_to_thank_can_be_said_with_the_command(met: Stage, whom: str) -> None:
    play(
        met,
        f"""
        Zoé > /thanks {whom}
        Zoé < Un mot de remerciement pour Awa ? …
        """,
    )


def test_a_name_that_nobody_has_is_asked_for_again(met: Stage) -> None:
    play(met, "Zoé > /remercier Personne\nZoé < … [Awa]")


def test_whoever_met_somebody_erased_is_not_asked_to_thank_them(met: Stage) -> None:
    play(
        met,
        ERASED.format(who="Awa")
        + """
        Zoé < La personne avec qui je vous avais mis en lien pour « comptabilité » n’est finalement …
        Inès < Une demande attend l’équipe : « comptabilité ». …
        Zoé > /thanks
        Zoé < Personne ne vous a encore été présenté. …
        Zoé > /where
        Zoé < … elle est auprès de l’équipe …
        Zoé > [Merci]
        Zoé < …
        """,
    )


LATE = timedelta(hours=13)
"""From ten in the morning to eleven in the evening in Paris."""


@pytest.fixture
def met_at_night(asked: Stage) -> Stage:
    """Awa has accepted in her quiet hours."""
    asked.passes(LATE)
    asked.says("Awa", "j'accepte")
    asked.heard.clear()
    return asked


def test_in_quiet_hours_nobody_is_asked_how_it_went(met_at_night: Stage) -> None:
    play(met_at_night, "2 days pass\n1 hour passes")
    play(
        met_at_night,
        """
        9 hours pass
        Zoé < … Avez-vous pu vous parler ? [Oui]
        Awa < … Avez-vous pu vous parler ? [Oui]
        """,
    )
    assert met_at_night.now.hour == 8


def test_who_asks_somebody_else_in_the_night_is_not_asked_in_the_morning(
    met_at_night: Stage,
) -> None:
    play(
        met_at_night,
        """
        2 days pass
        1 hour passes
        Zoé > /where
        Zoé < … [Demander à quelqu’un d’autre pour « comptabilité »]
        Zoé > [Demander à quelqu’un d’autre]
        Zoé < …
        Inès < …
        Awa < Zoé cherche maintenant quelqu’un d’autre pour « comptabilité ». … merci d’avoir dit oui.
        9 hours pass
        """,
    )


@pytest.mark.parametrize("peace", ["/stop", "/pause 3 semaines"])
def test_who_wants_peace_is_asked_nothing_afterwards(met: Stage, peace: str) -> None:
    for who in ("Zoé", "Awa"):
        met.says(who, peace)
    met.heard.clear()
    play(met, "2 days pass\n1 minute passes\n12 days pass\n1 minute passes\n15 days pass")
    assert outcome(met) == ("closed", "unknown"), "it ends in time all the same"


def _spend(stage: Stage, about: str, scope: Scope) -> None:
    budget.spend(scope, stage.id_of("Awa", scope), about)


def test_being_asked_how_it_went_is_no_request(met: Stage) -> None:
    """Nor is it refused to who has had enough of these this week."""
    for about in ("request:91", "request:92", "request:93"):
        met.work(partial(_spend, met, about))
    play(met, TWO_DAYS)


def test_who_accepted_is_told_that_the_asker_asks_somebody_else(met: Stage) -> None:
    met.member("Marc", offers=["comptabilité"])
    play(
        met,
        TWO_DAYS
        + """
        Zoé > [Pas encore]
        Zoé < Cela arrive. …
        Zoé > [Demander à quelqu’un d’autre]
        Zoé < … Marc …
        Marc < Quelqu’un de la communauté aimerait votre aide…
        Awa < Zoé cherche maintenant quelqu’un d’autre pour « comptabilité ». …
        Awa > oui
        Awa < …
        """,
    )


def test_who_would_rather_hear_no_more_of_the_asker_is_told_nothing(met: Stage) -> None:
    for words in ("/block Zoé", "oui"):
        met.says("Awa", words)
    met.heard.clear()
    play(
        met,
        """
        Zoé > /where
        Zoé < …
        Zoé > [Demander à quelqu’un d’autre]
        Zoé < …
        Inès < …
        """,
    )


@opening
def apart(stage: Stage) -> Stage:
    """Awa, on a phone, and Zoé write to each other through the bot."""
    stage.member("Zoé")
    stage.member("Awa", at="phone", offers=["comptabilité"])
    stage.member("Inès", role="moderator")
    for words in ("/ask comptabilité", "Awa", "passer"):
        stage.says("Zoé", words)
    stage.says("Awa", "j'accepte")
    stage.heard.clear()
    return stage


def test_an_exchange_that_was_ended_is_not_said_never_to_have_been(apart: Stage) -> None:
    for who in ("Zoé", "Awa"):
        apart.taps(who, "Oui, sous mon nom")
        apart.taps(who, "Non merci")
    apart.taps("Awa", "On voit ça")
    apart.says("Awa", "/quitter")
    apart.heard.clear()
    play(
        apart,
        """
        Zoé > /where
        Zoé < … vous étiez en lien avec Awa ; votre échange ici est terminé …
        Zoé > [Merci]
        Zoé < …
        2 days pass
        1 minute passes
        Zoé < Le …, je vous ai mis en lien avec Awa pour « comptabilité ». Avez-vous pu vous parler ? [Oui]
        Awa < Le …, je vous ai mis en lien avec Zoé pour « comptabilité ». Avez-vous pu vous parler ? [Oui]
        Awa > [Pas encore]
        Awa < Pas d’inquiétude, et merci d’avoir dit oui.
        12 days pass
        Zoé < Le …, je vous avais mis en lien avec Awa …
        """,
    )


def test_who_asks_somebody_else_need_not_agree_how_to_write_any_more(apart: Stage) -> None:
    apart.taps("Awa", "Oui, sous mon nom")
    apart.taps("Awa", "Non merci")
    apart.heard.clear()
    apart.says("Zoé", "/where")
    apart.taps("Zoé", "Demander à quelqu’un d’autre")
    assert any("cherche maintenant" in each.text for each in apart.heard["dm:Awa"])
    apart.heard.clear()
    apart.passes(timedelta(days=2))
    assert not apart.heard["dm:Awa"]
    assert not any("vous écrire" in each.text for each in apart.heard["dm:Zoé"])
