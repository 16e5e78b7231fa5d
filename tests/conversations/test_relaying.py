"""Two who share no platform: both are asked, words pass, and nothing is kept (P1, P8, P42)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from community import relays
from community.pictures import picture
from community.transitions import WrongState
from conversations.incoming import Incoming, Kind, Lost
from conversations.outgoing import Outgoing
from conversations.testing import Stage
from conversations.transcripts import play
from storage.tables import Audit, Outbox, Relay, RelaySide, table
from tests.pictures import png

rows, sides, outboxes = table(Relay), table(RelaySide), table(Outbox)
PICTURE = picture(png())

OPENED = """
Awa > [Oui, sous mon nom]
Awa < C’est noté : Zoé vous lira sous ce nom : « Awa Diop ». Quand Zoé aura dit oui aussi, je vous le dirai. … /quitter
Awa < Voulez-vous aussi donner à Zoé un moyen de vous joindre … [Non merci]
Awa > [Non merci]
Awa < Entendu, vos coordonnées restent à vous.
Zoé > [Oui, un autre nom]
Zoé < Sous quel nom voulez-vous écrire à Awa Diop ? … [Plutôt pas]
Zoé > Zoé du jardin
Zoé < Vous pouvez écrire à Awa Diop par moi. … @Awa… /quitter … /signaler
Zoé < Pour commencer, voici la demande telle qu’elle a été écrite : « comptabilité ». Trois façons de se lancer : …
Zoé < Voulez-vous aussi … [Non merci]
Zoé > [Non merci]
Zoé < Entendu, …
Zoé < Quand pourriez-vous parler avec Awa Diop ? … [On voit ça ensemble]
Zoé > [On voit ça ensemble]
Zoé < Très bien, je vous laisse vous arranger. …
Awa < Vous pouvez écrire à Zoé du jardin par moi. …
Awa < Pour commencer, voici la demande telle qu’elle a été écrite : « comptabilité ». … Des moments qui pourraient vous convenir à tous les deux • mardi 24 novembre à 13:00 (Paris) …
"""


def opened(stage: Stage) -> Stage:
    """Both have agreed to a relay, and keep their contacts."""
    play(stage, OPENED.replace("Awa >", "Awa Diop >").replace("Awa <", "Awa Diop <"))
    return stage


def state(stage: Stage) -> str:
    return str(stage.write(lambda c: c.execute(select(rows.c.state)).scalar_one()))


def last(stage: Stage, who: str) -> str:
    """What somebody read last."""
    return stage.spoken[f"dm:{who}"][-1].text


def passed(stage: Stage) -> list[Outgoing]:
    """All that came through a relay, as it was sent."""
    said = [each.outgoing for place in stage.spoken.values() for each in place]
    return [each for each in said if each.text.key in {"relay-words", "relay-picture"}]


def test_words_pass_both_ways_under_the_names_that_were_chosen(met: Stage) -> None:
    play(
        opened(met),
        """
        Zoé > @Awa bonjour, *merci* <@U1>
        Awa Diop < Zoé : bonjour, *merci* <@U1>
        Awa Diop > @ avec joie
        Zoé < Awa : avec joie
        Zoé > @awa à demain
        Awa Diop < Zoé : à demain
        """,
    )


def test_who_cries_for_help_in_a_relay_reads_where_it_is_beside(met: Stage) -> None:
    play(
        opened(met),
        """
        Zoé > @Awa je veux mourrir
        Awa Diop < Zoé : je veux mourrir
        Zoé < Ce que vous traversez semble lourd, … 3114 …
        Zoé > @Awa mon mari me frappe
        Awa Diop < Zoé : mon mari me frappe
        Zoé < Ce que vous évoquez est grave, … 3919 …
        """,
    )


def test_a_reply_to_what_came_through_passes_too(met: Stage) -> None:
    stage = opened(met)
    stage.says("Zoé", "@Awa bonjour")
    query = select(outboxes.c.platform_id).where(outboxes.c.purpose == "relay")
    came = stage.write(lambda c: c.execute(query).scalar_one())
    stage.says("Awa Diop", "avec joie", replied_to=came)
    assert stage.spoken["dm:Zoé"][-1].text == "Awa\N{NO-BREAK SPACE}: avec joie"
    stage.says("Awa Diop", "comptabilité", replied_to="something else")
    assert stage.spoken["dm:Zoé"][-1].text == "Awa\N{NO-BREAK SPACE}: avec joie"


@pytest.mark.parametrize(
    ("words", "heard"),
    [("bloquer Zoé", "Souhaitez-vous"), ("block Zoe", "Souhaitez-vous"), ("bloquer", "Souhaitez-vous"),
     ("/bloquer Zoé", "Souhaitez-vous"), ("je veux signaler Zoé", "Que s’est-il passé"),
     ("on me harcèle", "De quoi s’agit-il")],
)  # fmt: skip
def test_words_about_somebody_never_reach_them_as_a_reply(
    met: Stage, words: str, heard: str
) -> None:
    """On a phone one answers what one reads, and means the bot."""
    stage = opened(met)
    stage.says("Zoé", "@Awa bonjour")
    query = select(outboxes.c.platform_id).where(outboxes.c.purpose == "relay")
    came = stage.write(lambda c: c.execute(query).scalar_one())
    before = len(passed(stage))
    stage.says("Awa Diop", words, replied_to=came)
    assert len(passed(stage)) == before
    assert last(stage, "Awa Diop").startswith(heard)


def test_words_that_name_the_other_one_are_asked_about_and_pass_with_a_yes(met: Stage) -> None:
    """“Salut Awa, on se parle quand ?” was answered with the profile."""
    stage = opened(met)
    play(
        stage,
        """
        Zoé > Salut Awa, on se parle quand ?
        Zoé < Est-ce pour Awa Diop ? … [Oui, transmettre] [Non, c’est pour vous]
        """,
    )
    assert passed(stage) == []
    play(
        stage,
        """
        Zoé > oui
        Awa Diop < Zoé : Salut Awa, on se parle quand ?
        Zoé < C’est transmis à Awa Diop. … @Awa.
        """,
    )
    assert "on se parle" not in dump(stage)


def test_words_that_name_the_other_one_may_be_for_the_bot_all_the_same(met: Stage) -> None:
    stage = opened(met)
    play(
        stage,
        """
        Zoé > je voudrais remercier Awa
        Zoé < Est-ce pour Awa Diop ? …
        Zoé > [Non, c’est pour vous]
        Zoé < … remerci…
        """,
    )
    assert passed(stage) == []
    assert "remercier Awa" not in dump(stage)


def test_words_that_name_the_other_one_later_on_are_for_the_bot(met: Stage) -> None:
    stage = opened(met)
    stage.passes(timedelta(days=1, minutes=1))
    stage.says("Zoé", "Salut Awa, on se parle quand ?")
    assert "Est-ce pour" not in stage.spoken["dm:Zoé"][-1].text


def test_words_for_the_other_one_pass_no_more_once_it_is_over(met: Stage) -> None:
    stage = opened(met)
    stage.says("Zoé", "Salut Awa, on se parle quand ?")
    stage.says("Awa Diop", "/leave")
    stage.taps("Zoé", "Oui, transmettre")
    assert passed(stage) == []


def test_what_is_said_to_the_bot_stays_with_the_bot(met: Stage) -> None:
    stage = opened(met)
    before = len(stage.spoken["dm:Awa Diop"])
    for words in ("bonjour", "/rules", "zoe@example.org", "/where"):
        stage.says("Zoé", words)
    assert len(stage.spoken["dm:Awa Diop"]) == before


def test_words_that_ask_the_bot_for_nothing_are_said_not_to_have_passed(met: Stage) -> None:
    """“Merci beaucoup, à demain” was answered as if it had been for the bot."""
    stage = opened(met)
    for words in ("merci beaucoup !", "bonjour", "à demain alors", "👍"):
        play(
            stage, f"Zoé > {words}\nZoé < Ces mots sont restés entre nous : … @ et le nom : Awa. …"
        )
    stage.passes(timedelta(days=1, minutes=1))
    stage.heard.clear()
    play(stage, "Zoé > merci beaucoup !\nZoé < Avec plaisir …")
    assert passed(stage) == []


def test_whoever_has_no_way_to_write_sees_that_and_can_ask_somebody_else(met: Stage) -> None:
    stage = met
    play(
        stage,
        """
        Zoé > /where
        Zoé < Voici où vous en êtes. • comptabilité : Awa Diop a accepté ; il reste à convenir de la façon de vous écrire … [Demander à quelqu’un d’autre]
        Zoé > [Merci, c’est clair]
        Zoé < Tout suit son cours.
        Zoé < Vous et Awa Diop …
        Zoé > [Plutôt pas]
        Zoé < …
        """,
    )
    stage.says("Zoé", "passer")
    stage.heard.clear()
    play(
        stage,
        """
        Zoé > /where
        Zoé < … Awa Diop avait accepté, mais vous n’avez pas de moyen de vous écrire ici … [Demander à quelqu’un d’autre]
        Zoé > [Demander à quelqu’un d’autre]
        Zoé < … cette communauté n’a pas encore d’équipe …
        Awa Diop < Zoé cherche maintenant quelqu’un d’autre …
        """,
    )


def test_nobody_is_asked_whether_they_talked_while_they_are_asked_how_to_write(met: Stage) -> None:
    """“Vous n’avez pas de moyen de vous écrire”: only one yes was missing."""
    for words in ("Oui, sous mon nom", "Non merci"):
        met.taps("Awa Diop", words)
    met.heard.clear()
    met.passes(timedelta(days=3))
    assert not any("Avez-vous pu" in each.text for each in met.heard["dm:Awa Diop"])
    met.taps("Zoé", "Oui, sous mon nom")
    met.heard.clear()
    met.passes(timedelta(days=3))
    assert any("je vous ai mis en lien" in each.text for each in met.heard["dm:Awa Diop"])


def test_whoever_told_the_team_of_the_other_is_not_asked_about_them_again(met: Stage) -> None:
    """“Avez-vous pu vous parler ?” came two days after the report."""
    stage = opened(met)
    for words in ("/report Awa elle m’insulte", "non"):
        stage.says("Zoé", words)
    stage.heard.clear()
    stage.passes(timedelta(days=30))
    assert not any(
        "Avez-vous" in each.text or "aidé" in each.text for each in stage.heard["dm:Zoé"]
    )
    assert any("Avez-vous pu vous parler" in each.text for each in stage.heard["dm:Awa Diop"])


@pytest.mark.parametrize("written", ["@Marie", "@*Marie*", "@∗Marie∗", "@marie,", "@Marie all"])
def test_a_name_is_known_without_the_signs_around_it(met: Stage, written: str) -> None:
    """“@∗Marie∗” was what the other one was told to write, and “@Marie” was refused."""
    stage = met
    for words in ("Oui, un autre nom", "*Marie* @all"):
        stage.says("Awa Diop", words)
    stage.taps("Zoé", "Oui, sous mon nom")
    assert any("par @Marie, ou" in each.text for each in stage.spoken["dm:Zoé"])
    stage.says("Zoé", f"{written} bonjour")
    assert [each.text.args["words"] for each in passed(stage)] == ["bonjour"]


def test_a_name_that_nobody_has_is_passed_to_nobody(met: Stage) -> None:
    play(
        opened(met),
        """
        Zoé > @Paul bonjour
        Zoé < Je ne sais pas à qui transmettre cela. Commencez par @ et le nom : Awa.
        """,
    )


def test_long_words_come_in_pieces_and_none_is_lost(met: Stage) -> None:
    stage = opened(met)
    stage.says("Zoé", "@Awa " + "très long. " * 150)
    said = [str(each.text.args["words"]) for each in passed(stage)]
    assert len(said) == 2
    assert " ".join(said) == ("très long. " * 150).strip()


def test_long_words_are_cut_where_a_sentence_ends(met: Stage) -> None:
    """They were cut at any blank."""
    stage = opened(met)
    sentence = "On se retrouve au jardin demain matin, et chacun apporte ce qu’il veut. "
    stage.says("Zoé", "@Awa " + sentence * 40)
    said = [str(each.text.args["words"]) for each in passed(stage)]
    assert len(said) > 2
    assert all(each.endswith(".") for each in said)


def test_a_picture_passes_and_a_voice_is_said_not_to(met: Stage) -> None:
    stage = opened(met)
    stage.says("Zoé", "@Awa regardez", picture=PICTURE)
    words, shown = passed(stage)
    assert words.text.args["words"] == "regardez"
    assert shown.file == PICTURE
    stage.says("Zoé", "@Awa", lost="other")
    assert last(stage, "Zoé").startswith("Je ne peux transmettre à Awa Diop que")
    assert len(passed(stage)) == 2


@pytest.mark.parametrize(
    ("why", "to_do"),
    [
        ("large", "envoyer une plus légère"), ("many", "les envoyer une par une"),
        ("format", "JPEG ou PNG"), ("away", "envoyer encore une fois"), ("other", "que des mots et des images"),
    ],
)  # fmt: skip
def test_words_pass_without_their_picture_and_it_is_said_what_to_do(
    met: Stage, why: Lost, to_do: str
) -> None:
    stage = opened(met)
    stage.says("Zoé", "@Awa regardez", lost=why)
    (words,) = passed(stage)
    assert words.text.args["words"] == "regardez"
    assert to_do in last(stage, "Zoé")


def test_a_picture_for_nobody_says_how_to_send_it_to_somebody(met: Stage) -> None:
    stage = opened(met)
    stage.says("Zoé", "", lost="other")
    assert "Pour envoyer une image à quelqu’un, écrivez à côté @ et le nom" in last(stage, "Zoé")
    assert passed(stage) == []


def test_where_nothing_can_pass_only_words_are_read(met: Stage) -> None:
    met.says("Zoé", "", lost="other")
    assert last(met, "Zoé").startswith("Je ne sais lire que les mots")


def test_what_an_earlier_release_had_written_down_is_asked_for_again() -> None:
    for payload in ({"image": "https://pictures.example/1.png"}, {"lost": True}):
        row = {"kind": "message", "text": "@Awa", **payload}
        assert Incoming.of(1, "e1", "dm:Zoé", "Zoé", row).lost == "away"


def test_whoever_sends_a_file_with_words_reads_that_the_words_passed(met: Stage) -> None:
    """“Pouvez-vous me l’écrire ?” came after the words that had passed."""
    stage = opened(met)
    stage.says("Zoé", "@Awa regardez ceci", lost="other")
    assert [each.text.args["words"] for each in passed(stage)] == ["regardez ceci"]
    told = stage.spoken["dm:Zoé"][-1].text
    assert told.startswith("Vos mots sont transmis à Awa Diop, mais pas ce qui les accompagnait.")


@pytest.mark.parametrize("beside", [{"lost": "other"}, {"picture": PICTURE}])
def test_a_picture_for_the_bot_is_said_not_to_be_read_and_its_words_are(
    stage: Stage, beside: dict[str, Any]
) -> None:
    stage.member("Zoé")
    stage.says("Zoé", "/rules", **beside)
    told = [each.text for each in stage.spoken["dm:Zoé"]]
    assert told[0].startswith("J’ai lu vos mots. Ce qui les accompagnait")
    assert "Bienveillance" in told[1]
    stage.says("Zoé", "", **beside)
    assert stage.spoken["dm:Zoé"][-1].text.startswith("Je ne sais lire que les mots")


def test_nothing_that_passed_is_kept_anywhere(met: Stage) -> None:
    stage = opened(met)
    stage.says("Zoé", "@Awa kanarivogel", picture=PICTURE)
    assert len(passed(stage)) == 2
    assert "kanarivogel" not in dump(stage)
    assert "picture.png" not in dump(stage)


def dump(stage: Stage) -> str:
    """Every row of every table."""
    return str(
        stage.write(
            lambda c: [c.execute(select(each)).all() for each in Relay.metadata.sorted_tables]
        )
    )


def test_nothing_passes_before_both_have_agreed(met: Stage) -> None:
    met.taps("Zoé", "Oui, sous mon nom")
    met.says("Zoé", "@Awa bonjour")
    assert passed(met) == []
    assert state(met) == "proposed"


def test_either_can_leave_and_the_other_is_told(met: Stage) -> None:
    play(
        opened(met),
        """
        Awa Diop > /leave
        Awa Diop < C’est terminé, plus rien ne passe entre vous deux.
        Zoé < Awa Diop a terminé l’échange ici. …
        Zoé > @Awa encore là ?
        Zoé < …
        Zoé > quitter
        Zoé < Aucun échange ne passe par moi en ce moment. …
        """,
    )
    assert passed(met) == []


def test_a_relay_closes_after_thirty_quiet_days(met: Stage) -> None:
    stage = opened(met)
    stage.passes(timedelta(days=20))
    stage.says("Zoé", "@Awa bonjour")
    stage.passes(timedelta(days=29, hours=23))
    assert state(stage) == "open"
    stage.passes(timedelta(hours=2))
    assert state(stage) == "closed"
    for who, other in (("Zoé", "Awa Diop"), ("Awa Diop", "Zoé du jardin")):
        told = f"Rien n’est passé entre vous et {other} depuis trente jours"
        assert sum(each.text.startswith(told) for each in stage.spoken[f"dm:{who}"]) == 1


def test_a_silent_helper_is_reminded_then_the_next_one_is_asked(met: Stage) -> None:
    """Seven days went by without a word, and nobody else was ever asked."""
    met.member("Marc Petit", offers=["comptabilité"])
    met.taps("Zoé", "Oui, sous mon nom")
    met.taps("Zoé", "Non merci")
    met.heard.clear()
    met.passes(timedelta(days=3, hours=1))
    play(
        met,
        """
        Zoé < Awa Diop n’a pas encore dit comment vous écrire : je viens de le lui rappeler. … je demanderai …
        Awa Diop < Petit rappel : Zoé et vous étiez d’accord pour vous parler, … [Oui, sous mon nom] …
        """,
    )
    met.passes(timedelta(days=2))
    play(
        met,
        """
        Zoé < La personne avec qui je vous avais mis en lien pour « comptabilité » … J’ai demandé à Marc Petit : …
        Awa Diop < Zoé cherche maintenant quelqu’un d’autre pour « comptabilité ». …
        Marc Petit < …
        """,
    )
    assert state(met) == "closed"


def test_a_helper_who_would_not_write_brings_it_to_the_next_one(met: Stage) -> None:
    met.member("Marc Petit", offers=["comptabilité"])
    met.taps("Awa Diop", "Plutôt pas")
    met.heard.clear()
    play(
        met,
        """
        Awa Diop > [Non merci]
        Awa Diop < Entendu, et merci de l’avoir dit. Je cherche quelqu’un d’autre.
        Zoé < La personne avec qui … J’ai demandé à Marc Petit : …
        Marc Petit < …
        """,
    )


def test_a_silent_requester_is_asked_whether_others_shall_be(met: Stage) -> None:
    met.member("Marc Petit", offers=["comptabilité"])
    met.taps("Awa Diop", "Oui, sous mon nom")
    met.taps("Awa Diop", "Non merci")
    met.passes(timedelta(days=5, hours=1))
    assert last(met, "Awa Diop").startswith("Zoé et vous n’avez pas dit tous les deux comment")
    met.says("Zoé", "oui")
    assert last(met, "Zoé").startswith("Votre demande est partie vers Marc Petit.")


@pytest.mark.parametrize("taken", ["Inès", "Inès Bah", "Marc"])
def test_nobody_writes_under_another_members_name(met: Stage, taken: str) -> None:
    met.member("Inès Bah", role="moderator")
    met.member("Marc Petit")
    play(
        met,
        f"""
        Zoé > [Oui, un autre nom]
        Zoé < Sous quel nom …
        Zoé > {taken}
        Zoé < Quelqu’un s’appelle déjà {taken} ici… [Plutôt pas]
        Zoé > Fleur
        Zoé < C’est noté : Awa Diop vous lira sous ce nom : « Fleur ». …
        Zoé < Voulez-vous aussi …
        """,
    )


@pytest.mark.parametrize("name", ["0612345678", "zoe@x.org", "appelle au 06 12 34 56 78"])
def test_a_name_to_write_under_holds_no_way_to_be_reached(met: Stage, name: str) -> None:
    play(
        met,
        f"""
        Zoé > [Oui, un autre nom]
        Zoé < Sous quel nom …
        Zoé > {name}
        Zoé < Ce nom contient une façon de vous joindre, … [Plutôt pas]
        Zoé > Fleur
        Zoé < C’est noté : Awa Diop vous lira sous ce nom : « Fleur ». …
        Zoé < Voulez-vous aussi …
        """,
    )


def test_two_who_found_no_way_are_not_told_that_they_were_put_in_touch(met: Stage) -> None:
    met.taps("Zoé", "Plutôt pas")
    met.taps("Zoé", "Non merci")
    met.passes(timedelta(days=2, hours=1))
    for who, other in (("Zoé", "Awa Diop"), ("Awa Diop", "Zoé")):
        asked = met.spoken[f"dm:{who}"][-1].text
        assert f", {other} et vous étiez d’accord" in asked, asked
        met.taps(who, "Pas encore")
    assert met.spoken["dm:Awa Diop"][-1].text == "Pas d’inquiétude, et merci d’avoir dit oui."
    met.taps("Zoé", "Redemandez-moi")
    assert met.spoken["dm:Zoé"][-1].text == "Entendu, je vous en reparle dans une semaine."


def test_contacts_are_seen_when_both_have_given_theirs_and_kept_no_longer(met: Stage) -> None:
    play(
        met,
        """
        Zoé > [Plutôt pas]
        Zoé < Voulez-vous aussi donner à Awa Diop un moyen …
        Zoé > zoe@example.org
        Zoé < Ce serait donc : zoe@example.org Awa Diop ne le lira … [Oui, c’est bien ça] [Corriger] [Non merci]
        Zoé > oui
        Zoé < Merci, je le garde pour moi : Awa Diop ne le lira qu’en donnant aussi le sien. … /quitter
        Awa Diop > [Plutôt pas]
        Awa Diop < Voulez-vous aussi donner à Zoé …
        """,
    )
    assert "example.org" not in str(met.spoken["dm:Awa Diop"])
    play(
        met,
        """
        Awa Diop > 06 12 34 56 78
        Awa Diop < Ce serait donc : 06 12 34 56 78 …
        Awa Diop > [Oui, c’est bien ça]
        Awa Diop < Zoé vous donne ce moyen de se joindre : zoe@example.org …
        Zoé < Awa Diop vous donne ce moyen de se joindre : 06 12 34 56 78 …
        """,
    )
    assert "example.org" not in dump(met)
    assert "06 12 34" not in dump(met)


@pytest.mark.parametrize("silent", ["no", "nothing"])
def test_a_contact_that_only_one_gave_is_seen_by_nobody(met: Stage, silent: str) -> None:
    met.taps("Zoé", "Plutôt pas")
    met.says("Zoé", "zoe@example.org")
    met.taps("Zoé", "Oui, c’est bien ça")
    if silent == "no":
        met.taps("Awa Diop", "Plutôt pas")
        met.taps("Awa Diop", "Non merci")
    with pytest.raises(WrongState):
        met.work(lambda scope: relays.take_contact(scope, 1), actor="Awa Diop")
    met.passes(timedelta(days=8))
    assert "example.org" not in str(met.spoken["dm:Awa Diop"])
    assert "example.org" not in dump(met)


def test_somebody_who_goes_takes_the_relay_along(met: Stage) -> None:
    stage = opened(met)
    stage.does("Zoé", "leave")
    assert stage.spoken["dm:Awa Diop"][-2].text.startswith("La personne avec qui")
    assert state(stage) == "closed"
    assert "jardin" not in str(stage.write(lambda c: c.execute(select(sides)).all()))


@pytest.mark.parametrize("how", ["leave", "erase"])
def test_who_still_writes_to_somebody_who_is_gone_is_told_that_it_is_over(
    met: Stage, how: Kind
) -> None:
    stage = opened(met)
    stage.does("Zoé", how)
    before = len(stage.spoken["dm:Awa Diop"])
    stage.says("Awa Diop", "@Zoé encore une question sur le bilan")
    stage.says("Awa Diop", "@zoé ?")
    said = [each.text for each in stage.spoken["dm:Awa Diop"]][before:]
    over = "par moi est terminé\u00a0: je n’ai pas transmis vos mots, et je ne les garde pas."
    assert said == [f"Votre échange avec {name} {over}" for name in ("Zoé", "zoé")]


def test_a_reply_to_somebody_who_is_gone_becomes_no_request(met: Stage) -> None:
    stage = opened(met)
    stage.says("Zoé", "@Awa bonjour")
    query = select(outboxes.c.platform_id).where(outboxes.c.purpose == "relay")
    came = stage.write(lambda c: c.execute(query).scalar_one())
    stage.does("Zoé", "leave")
    stage.says("Awa Diop", "encore une question sur le bilan", replied_to=came)
    assert stage.spoken["dm:Awa Diop"][-1].text.startswith("Cet échange par moi est terminé")


def test_a_member_who_is_here_is_not_taken_for_somebody_who_is_gone(met: Stage) -> None:
    stage = opened(met)
    stage.does("Zoé", "leave")
    stage.member("Tom")
    stage.says("Awa Diop", "@Tom qui est-ce ?")
    assert "terminé" not in stage.spoken["dm:Awa Diop"][-1].text


def test_whoever_asked_hears_first_that_the_helper_is_gone_and_nothing_untrue(met: Stage) -> None:
    stage = opened(met)
    before = len(stage.spoken["dm:Zoé"])
    stage.does("Awa Diop", "leave")
    over, request = [each.text for each in stage.spoken["dm:Zoé"]][before:]
    assert over.startswith("La personne avec qui je vous mettais en lien n’est plus là")
    assert request.startswith("La personne avec qui je vous avais mis en lien pour")


def test_two_on_a_platform_without_rooms_meet_in_a_relay(stage: Stage) -> None:
    stage.member("Zoé", at="phone")
    stage.member("Awa", at="phone", offers=["comptabilité"])
    for words in ("/ask comptabilité", "Awa", "passer"):
        stage.says("Zoé", words)
    stage.taps("Awa", "J’accepte")
    assert state(stage) == "proposed"


def test_every_change_of_a_relay_leaves_an_audit_row(met: Stage) -> None:
    opened(met).says("Zoé", "/leave")
    audit = table(Audit)
    found = met.write(
        lambda c: c.execute(select(audit).where(audit.c.subject == "relay").order_by(audit.c.id))
        .all()
    )  # fmt: skip
    moves = [(row.before, row.after) for row in found]
    assert moves == [
        ("", "proposed"), ("proposed", "answered"), ("answered", "open"), ("open", "closed"),
    ]  # fmt: skip


def test_a_command_behind_the_name_is_one_and_no_words(met: Stage) -> None:
    """ "@Zoé /leave" was brought to Zoé."""
    play(
        opened(met),
        """
        Awa Diop > @ /leave
        Awa Diop < C’est terminé, plus rien ne passe entre vous deux.
        Zoé < Awa Diop a terminé l’échange ici. …
        """,
    )
    assert passed(met) == []
