"""Thanks: in one line or one tap, tied to the help there was; badges by distinct givers."""

from __future__ import annotations

import pytest
from sqlmodel import select

from community import members, thanks
from conversations.dialogues.thanking import whom_and_what
from conversations.testing import Stage
from conversations.transcripts import play
from storage.tables import Community, Thanks


@pytest.mark.parametrize(
    ("line", "read"),
    [("@paul pour ta relecture", ("paul", "pour ta relecture")),
     ("Paul for reading my budget", ("Paul", "for reading my budget")),
     ("<@U123> pour tout", ("U123", "pour tout")), ("Paul", ("Paul", "")), ("", ("", "")),
     ("Fortuna", ("Fortuna", ""))],
)  # fmt: skip
def test_a_line_of_thanks_has_a_name_and_words(line: str, read: tuple[str, str]) -> None:
    assert whom_and_what(line) == read


@pytest.fixture
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


def test_nobody_thanks_themselves(met: Stage) -> None:
    play(met, "Paul > /remercier Paul pour tout\nPaul < Personne ne vous a encore été présenté. …")


TWICE = """
Zoé > /thanks Paul pour tout
Paul < Zoé vous remercie…
Zoé < …
Zoé > /thanks Paul encore
Zoé < … [Awa]
Zoé > /thanks Paul pour tout
Paul < Zoé vous remercie…
Zoé < …
Awa > /thanks Paul pour tout
Paul < Awa vous remercie…
Awa < …
Inès > /thanks Paul pour tout
Paul < Inès vous remercie…
"""


def test_a_badge_counts_people_and_not_thanks(met: Stage) -> None:
    met.member("Inès")
    play(met, TWICE + "Paul < 3 personnes différentes vous ont maintenant dit merci. …\nInès < …")
    play(met, "Awa > /remercier Paul pour hier\nPaul < Awa vous remercie…\nAwa < …")
    assert met.work(lambda scope: thanks.badge(scope, met.id_of("Paul", scope))) == 3


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
