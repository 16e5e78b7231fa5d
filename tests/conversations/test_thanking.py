"""Thanks: in one line or one tap, tied to the help there was; badges by distinct givers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import select

from community import members, safety, thanks
from conversations.dialogues.thanking import whom_and_what
from conversations.testing import Stage
from conversations.transcripts import play
from storage.tables import Community, Thanks
from tests.conversations.openings import opening


@pytest.mark.parametrize(
    ("line", "read"),
    [("@paul pour ta relecture", ("paul", "pour ta relecture")),
     ("Paul for reading my budget", ("Paul", "for reading my budget")),
     ("<@U1|Ana for Good> pour tout", ("<@U1|Ana for Good>", "pour tout")), ("Paul", ("Paul", "")), ("", ("", "")), ("pour hier soir", ("", "pour hier soir")),
     ("Fortuna", ("Fortuna", ""))],
)  # fmt: skip
def test_a_line_of_thanks_has_a_name_and_words(line: str, read: tuple[str, str]) -> None:
    assert whom_and_what(line) == read


@opening
def met(stage: Stage) -> Stage:
    """Awa has accepted Zoé's request; Paul lives here, too."""
    stage.member("Zoé")
    stage.member("Awa", offers=["comptabilité"])
    stage.member("Paul")
    for words in ("/ask comptabilité", "Awa", "passer"):
        stage.says("Zoé", words)
    stage.says("Awa", "j'accepte")
    stage.heard.clear()
    return stage


def test_thanks_in_one_line_are_tied_to_the_help_there_was(met: Stage) -> None:
    play(
        met,
        """
        Zoé > /thanks @awa pour ta patience
        Awa < Zoé vous remercie pour « comptabilité » : « pour ta patience »
        Zoé < C’est transmis à Awa. …
        """,
    )


def test_whoever_helped_elsewhere_can_be_thanked_too(met: Stage) -> None:
    play(
        met,
        """
        Zoé > /thanks Paul for the coffee
        Paul < Zoé vous remercie : « for the coffee »
        Zoé < C’est transmis à Paul. …
        """,
    )
    assert met.work(lambda scope: scope.db.exec(select(Thanks.introduction_id)).one()) is None


def test_a_name_that_nobody_has_is_said_to_be_unknown(met: Stage) -> None:
    play(
        met,
        """
        Zoé > /thanks @Bidule pour tout
        Zoé < Je ne connais personne du nom de « Bidule ». Qui voulez-vous remercier ? [Awa]
        Zoé > [Awa]
        Awa < Zoé vous remercie pour « comptabilité » : « pour tout »
        Zoé < C’est transmis à Awa. …
        Paul > /thanks @Bidule pour tout
        Paul < Je ne trouve personne du nom de « Bidule ». … [Passer]
        Paul > awa
        Awa < Paul vous remercie : « pour tout »
        Paul < C’est transmis à Awa. …
        """,
    )


def test_of_two_who_are_called_so_one_is_picked(met: Stage) -> None:
    met.member("Paul Petit")
    play(
        met,
        """
        Zoé > /thanks paul pour le café
        Paul < Zoé vous remercie : « pour le café »
        Zoé < C’est transmis à Paul. …
        Zoé > /thanks pet pour le thé
        Zoé < « pet » : pensez-vous à cette personne ? [Paul Petit] [Quelqu’un d’autre]
        Zoé > oui
        Paul Petit < Zoé vous remercie : « pour le thé »
        Zoé < C’est transmis à Paul Petit. …
        """,
    )


def test_one_tap_is_enough(met: Stage) -> None:
    play(
        met,
        """
        Zoé > /thanks awa
        Zoé < Un mot de remerciement pour Awa ? … [Dire simplement merci] [Passer]
        Zoé > [Dire simplement merci]
        Awa < Zoé vous remercie pour « comptabilité ».
        Zoé < C’est transmis à Awa. …
        """,
    )


def test_what_stings_below_the_command_is_shown_before_it_leaves(met: Stage) -> None:
    """It left unread, where the same words below the question were held back."""
    play(
        met,
        """
        Zoé > /thanks awa pour rien, connard
        Zoé < Rien n’est encore parti. … [Oui, transmettez] [J’en parle à l’équipe] [Ne rien envoyer]
        Zoé > [Ne rien envoyer]
        Zoé < Très bien, rien n’est transmis. …
        Zoé > /thanks awa merci grosse vache
        Zoé < Rien n’est encore parti. …
        Zoé > [Ne rien envoyer]
        Zoé < Très bien, rien n’est transmis. …
        Zoé > /thanks Paul tu m'as bien volé
        Zoé < Rien n’est encore parti. …
        Zoé > pour le café
        Zoé < Rien n’est encore parti. Dois-je transmettre ces mots à Paul : « pour le café » …
        Zoé > oui
        Paul < Zoé vous remercie : « pour le café »
        Zoé < C’est transmis à Paul. …
        """,
    )
    assert not any("remercie" in each.text for each in met.spoken["dm:Awa"])


def test_nobody_thanks_themselves(met: Stage) -> None:
    play(met, "Paul > /remercier Paul pour tout\nPaul < C’est vous ! …")


TWICE = """
Zoé > /thanks Paul pour tout
Paul < Zoé vous remercie…
Zoé < …
Zoé > /thanks Paul encore
Zoé < Je ne peux pas porter ce mot à Paul en ce moment…
Awa > /thanks Paul pour tout
Paul < Awa vous remercie…
Awa < …
Inès > /thanks Paul pour tout
Paul < Inès vous remercie…
"""


def test_a_badge_counts_people_and_not_thanks(met: Stage) -> None:
    met.member("Inès")
    play(met, TWICE + "Paul < 3 personnes différentes vous ont maintenant dit merci. …\nInès < …")
    met.now += timedelta(days=8)
    play(met, "Awa > /remercier Paul pour hier\nPaul < Awa vous remercie…\nAwa < …")
    assert met.work(lambda scope: thanks.badge(scope, met.id_of("Paul", scope))) == 3


LINE = "Zoé > /thanks Paul pour tout, appelle-moi au 06 12 34 56 78 https://evil.example"


def test_to_somebody_one_has_not_met_no_way_to_be_reached_is_brought(met: Stage) -> None:
    """It was an open line to anybody: with number and link, as often as one liked."""
    play(
        met,
        f"""
        {LINE}
        Zoé < … [Envoyer sans]
        Zoé > [Envoyer sans]
        Paul < Zoé vous remercie : « pour tout, appelle-moi au …
        Zoé < C’est transmis à Paul. …
        Zoé > /thanks Paul pour tout
        Zoé < Je ne peux pas porter ce mot à Paul en ce moment…
        """,
    )
    met.now += timedelta(days=8)
    play(met, "Zoé > /thanks Paul pour tout\nPaul < …\nZoé < C’est transmis à Paul. …")


@pytest.mark.parametrize(
    "wish",
    [lambda met: met.work(lambda scope: members.pause(scope, None), "Paul"),
     lambda met: met.work(lambda scope: setattr(
         members.get(scope, met.id_of("Zoé", scope)), "held_until", members.FOREVER))],
    ids=["stopped", "held by the team"],
)  # fmt: skip
def test_thanks_never_pass_a_stop_or_a_pause(met: Stage, wish: Callable[[Stage], None]) -> None:
    wish(met)
    play(met, "Zoé > /thanks Paul pour tout\nZoé < Je ne peux pas porter ce mot à Paul…")
    assert not met.spoken["dm:Paul"]


def test_whom_one_has_blocked_is_no_choice_any_more(met: Stage) -> None:
    met.work(lambda scope: safety.block(scope, met.id_of("Awa", scope)), "Zoé")
    met.settle()
    play(met, "Zoé > /thanks\nZoé < Personne ne vous a encore été présenté. …")


def test_thanks_wait_for_the_morning(met: Stage) -> None:
    met.now = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
    play(met, "Zoé > /thanks Awa pour hier\nZoé < C’est transmis à Awa. …")
    play(met, "7 hours pass\nAwa < Zoé vous remercie pour « comptabilité » : « pour hier »")


@pytest.mark.parametrize(("answer", "kept"), [("oui", True), ("non", False)])
def test_being_mentioned_is_a_choice_of_both(met: Stage, answer: str, kept: bool) -> None:
    met.member("Inès")
    met.work(lambda scope: setattr(scope.db.get_one(Community, 1), "monthly_mention", True))
    play(
        met,
        f"""
        {TWICE}
        Paul < 3 personnes différentes…
        Paul < Une fois par mois, la communauté cite des personnes qui ont aidé… [Oui] [Non]
        Inès < …
        Paul > {answer}
        Paul < …
        """,
    )
    found = met.work(lambda scope: members.get(scope, met.id_of("Paul", scope)).mention)
    assert found is kept
