"""What two who share no platform agree to: only what they say, and as long as they like (P1, P42).

A "no" in words was once taken for a name or for a contact, and nothing could be taken back.
"""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from conversations.testing import Stage
from conversations.transcripts import play
from storage.tables import Dialogue, RelaySide, table
from tests.conversations.test_relaying import dump, opened, passed, state

sides, dialogues = table(RelaySide), table(Dialogue)

APART = "Nous n’avons pas trouvé de façon de vous écrire qui convienne à {} et à vous, …"


def agreed(stage: Stage) -> list[str]:
    """The names under which somebody agreed to write."""
    query = select(sides.c.called).where(sides.c.called != "")
    return list(stage.write(lambda c: c.execute(query).scalars().all()))


def given(stage: Stage) -> list[str]:
    """The contacts that somebody gave."""
    query = select(sides.c.contact).where(sides.c.gave)
    return list(stage.write(lambda c: c.execute(query).scalars().all()))


@pytest.mark.parametrize(
    "words", ["non", "Non, je préfère pas", "je préfère pas", "plutôt pas", "no thanks"]
)
def test_a_no_in_words_is_a_no(met: Stage, words: str) -> None:
    met.says("Zoé", words)
    assert met.spoken["dm:Zoé"][-1].text.startswith("Voulez-vous aussi donner")
    assert agreed(met) == []


@pytest.mark.parametrize("words", ["pourquoi ?", "bonjour", "Zoé du jardin", "06 12 34 56 78"])
def test_what_is_neither_a_yes_nor_a_no_agrees_to_nothing(met: Stage, words: str) -> None:
    met.says("Zoé", words)
    assert met.spoken["dm:Zoé"][-1].labels[:1] == ("Oui, sous mon nom",)
    assert agreed(met) == []


def test_a_yes_is_to_one_s_own_name(met: Stage) -> None:
    met.says("Zoé", "oui")
    assert agreed(met) == ["Zoé"]


def test_another_name_is_nobody_else_s_and_no_answer(met: Stage) -> None:
    play(
        met,
        """
        Zoé > [Oui, un autre nom]
        Zoé < Sous quel nom voulez-vous écrire à Awa Diop ? … [Plutôt pas]
        Zoé > Passerelle
        Zoé < Ce nom ferait croire que c’est moi ou l’équipe qui écrit. …
        Zoé > L’équipe Passerelle
        Zoé < Ce nom ferait croire que c’est moi ou l’équipe qui écrit. …
        Zoé > bonjour
        Zoé < Je ne suis pas sûre que ce soit un nom. …
        Zoé > pourquoi ?
        Zoé < Je ne suis pas sûre que ce soit un nom. …
        Zoé > Non, je préfère pas
        Zoé < Voulez-vous aussi donner …
        """,
    )
    assert agreed(met) == []


@pytest.mark.parametrize("words", ["non", "je préfère pas", "pas envie", "Non, pas envie"])
def test_a_no_in_words_is_no_contact(met: Stage, words: str) -> None:
    met.taps("Zoé", "Oui, sous mon nom")
    met.says("Zoé", words)
    assert met.spoken["dm:Zoé"][-1].text == "Entendu, vos coordonnées restent à vous."
    assert given(met) == []


def test_a_contact_is_read_over_before_it_is_kept(met: Stage) -> None:
    met.taps("Zoé", "Plutôt pas")
    met.heard.clear()
    play(
        met,
        """
        Zoé > oui
        Zoé < Volontiers : écrivez ici le numéro ou l’adresse, … [Non merci]
        Zoé > pourquoi ?
        Zoé < Ce serait donc : pourquoi ? Awa Diop ne le lira que si … [Oui, c’est bien ça] [Corriger] [Non merci]
        Zoé > [Corriger]
        Zoé < Voulez-vous aussi donner à Awa Diop un moyen …
        Zoé > zoe@example.org
        Zoé < Ce serait donc : zoe@example.org …
        """,
    )
    assert given(met) == []
    met.taps("Zoé", "Oui, c’est bien ça")
    assert given(met) == ["zoe@example.org"]


def test_a_contact_can_be_taken_back_before_the_other_has_given_theirs(met: Stage) -> None:
    """It could not: it was handed over afterwards."""
    met.taps("Zoé", "Plutôt pas")
    met.says("Zoé", "zoe@example.org")
    met.taps("Zoé", "Oui, c’est bien ça")
    met.heard.clear()
    play(
        met,
        f"""
        Zoé > /leave
        Zoé < C’est repris : Awa Diop n’en verra rien, et j’ai oublié ce que vous aviez donné.
        Awa Diop < {APART.format("Zoé")}
        Awa Diop > [Plutôt pas]
        Awa Diop < Cette question est close. …
        """,
    )
    assert "example.org" not in dump(met)


def test_a_contact_can_be_taken_back_while_words_go_on_passing(met: Stage) -> None:
    met.taps("Zoé", "Oui, sous mon nom")
    met.says("Zoé", "zoe@example.org")
    met.taps("Zoé", "Oui, c’est bien ça")
    met.taps("Awa Diop", "Oui, sous mon nom")
    met.heard.clear()
    play(
        met,
        """
        Zoé > /leave
        Zoé < Que voulez-vous terminer ou reprendre ? [Mon contact pour Awa Diop] [L’échange avec Awa Diop]
        Zoé > [Mon contact]
        Zoé < C’est repris et oublié : Awa Diop n’en verra rien. …
        Awa Diop > awa@example.org
        Awa Diop < Ce serait donc : awa@example.org …
        Awa Diop > oui
        Awa Diop < Merci, je le garde pour moi : Zoé ne le lira qu’en donnant aussi le sien. …
        Awa Diop < Quand pourriez-vous parler avec Zoé ? …
        Zoé > @Awa bonjour
        Awa Diop < Zoé : bonjour
        """,
    )
    assert "zoe@example.org" not in dump(met)


def test_who_has_exchanged_contacts_is_not_told_that_there_was_no_answer(met: Stage) -> None:
    """Seven days later both read that the other had not answered."""
    for who in ("Zoé", "Awa Diop"):
        met.taps(who, "Plutôt pas")
        met.says(who, f"{who}@example.org")
        met.taps(who, "Oui, c’est bien ça")
    assert state(met) == "closed"
    told = len(met.spoken["dm:Zoé"])
    met.passes(timedelta(days=8))
    (asked,) = met.spoken["dm:Zoé"][told:]
    assert "je vous ai mis en lien" in asked.text


def test_a_refusal_of_both_is_told_at_once(met: Stage) -> None:
    """The other one waited for seven days, though it was known."""
    play(
        met,
        f"""
        Awa Diop > [Oui, sous mon nom]
        Awa Diop < …
        Awa Diop < …
        Awa Diop > [Non merci]
        Awa Diop < …
        Zoé > [Plutôt pas]
        Zoé < Voulez-vous aussi donner …
        Zoé > [Non merci]
        Zoé < Nous n’avons pas trouvé de façon de vous écrire qui convienne à Awa Diop et à vous. … [Demander à quelqu’un d’autre] …
        Awa Diop < {APART.format("Zoé")}
        Zoé > non
        Zoé < Entendu. Si vous changez d’avis, l’équipe peut vous aider : /equipe
        """,
    )
    assert state(met) == "closed"


def test_a_contact_and_a_relay_do_not_meet_and_both_are_told(met: Stage) -> None:
    """Both waited for seven days, and read that the other had not answered."""
    met.taps("Zoé", "Plutôt pas")
    met.says("Zoé", "zoe@example.org")
    met.taps("Zoé", "Oui, c’est bien ça")
    met.taps("Awa Diop", "Oui, sous mon nom")
    met.heard.clear()
    play(
        met,
        f"""
        Awa Diop > [Non merci]
        Awa Diop < {APART.format("Zoé")}
        Zoé < Nous n’avons pas trouvé de façon de vous écrire qui convienne à Awa Diop et à vous. … [Demander à quelqu’un d’autre] …
        """,
    )
    assert "example.org" not in dump(met)
    assert "@" not in str(passed(met))


def test_what_was_not_yet_kept_is_gone_when_it_ends(met: Stage) -> None:
    met.taps("Zoé", "Plutôt pas")
    met.says("Zoé", "zoe@example.org")
    assert "example.org" in dump(met)
    met.passes(timedelta(days=8))
    assert "example.org" not in dump(met)


def test_a_name_typed_under_an_earlier_release_is_asked_for_anew(met: Stage) -> None:
    """Then the one question took words: they are no answer to the choice that stands there now."""
    pending = {"name": "called", "free": True, "many": False, "form": False, "options": []}
    mine = dialogues.update().where(dialogues.c.name == "relay").values(pending=pending)
    met.write(lambda c: c.execute(mine))
    met.says("Zoé", "Zoé du jardin")
    assert met.spoken["dm:Zoé"][-1].labels[:1] == ("Oui, sous mon nom",)
    met.taps("Zoé", "Oui, sous mon nom")
    assert agreed(met) == ["Zoé"]


def test_somebody_can_take_back_a_yes_that_nobody_has_met(met: Stage) -> None:
    met.taps("Zoé", "Oui, sous mon nom")
    met.taps("Zoé", "Non merci")
    met.heard.clear()
    play(
        met,
        f"""
        Zoé > /leave
        Zoé < C’est repris : …
        Awa Diop < {APART.format("Zoé")}
        """,
    )
    assert state(met) == "closed"


def test_an_exchange_begins_with_the_need_and_its_context(met: Stage) -> None:
    stage = opened(met)
    for who in ("Zoé", "Awa Diop"):
        (hello,) = [each for each in stage.spoken[f"dm:{who}"] if "Pour commencer" in each.text]
        assert "«\N{NO-BREAK SPACE}comptabilité\N{NO-BREAK SPACE}»" in hello.text
        assert "Trois façons" in hello.text


def test_leaving_an_exchange_takes_the_time_to_talk_along(met: Stage) -> None:
    for who in ("Zoé", "Awa Diop"):
        met.taps(who, "Oui, sous mon nom")
        met.taps(who, "Non merci")
    met.taps("Awa Diop", "mardi 24 novembre")
    met.taps("Zoé", "Oui, ça me va")
    met.heard.clear()
    play(
        met,
        """
        Zoé > /leave
        Zoé < C’est terminé, …
        Awa Diop < Zoé a terminé l’échange ici. …
        Zoé < La conversation du mardi 24 novembre à 13:00 avec Awa Diop n’aura pas lieu. …
        Awa Diop < La conversation du mardi 24 novembre à 13:00 avec Zoé n’aura pas lieu. …
        """,
    )
