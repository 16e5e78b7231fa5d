"""Two members of one name are told apart where one of them is chosen (P3)."""

from __future__ import annotations

from conversations.dialogues import namesakes
from conversations.language import render
from conversations.testing import Stage
from conversations.texts import Text
from conversations.transcripts import play
from tests.conversations.openings import opening


@opening
def town(stage: Stage) -> Stage:
    """Two are called Awa; Marc is the only one of his name."""
    stage.member("Zoé")
    stage.member("Awa", headline="Comptable", offers=["comptabilité"])
    stage.member("Other Awa", offers=["comptabilité", "couture"])
    stage.says("Other Awa", "/profile")
    stage.taps("Other Awa", "Le changer")
    stage.fills("Other Awa", name="Awa")
    stage.member("Marc", offers=["comptabilité"])
    stage.heard.clear()
    return stage


WHICH = "… [Awa · Comptable] [Awa · comptabilité] [Marc] …"


def test_who_is_found_for_a_need_is_told_apart(town: Stage) -> None:
    play(
        town,
        f"""
        Zoé > /ask comptabilité
        Zoé < Pour « comptabilité », j’ai pensé à ces personnes. {WHICH}
        Zoé > Awa
        Zoé < Plusieurs choix commencent ainsi. Lequel ? Écrivez son numéro, ou un mot de plus. [Awa · Comptable] …
        Zoé > Awa comptable
        Zoé < … [Passer] …
        """,
    )


def test_who_is_looked_up_by_name_is_told_apart(town: Stage) -> None:
    play(
        town,
        """
        Zoé > /who Awa
        Zoé < … [Awa · Comptable] [Awa · comptabilité, couture] [Quelqu’un d’autre]
        Zoé > Awa
        Zoé < Plusieurs choix commencent ainsi. Lequel ? … [Awa · Comptable] …
        Zoé > 2
        Zoé < Voici comment Awa se présente : Awa Propose : comptabilité et couture
        """,
    )


def test_who_is_alike_in_all_that_is_told_is_numbered() -> None:
    people = [("Awa", "Comptable"), ("awa", "comptable"), ("Awa", ""), ("Léa", "")]
    shown = namesakes.labels(people, [Text("ask-name", name=name) for name, _ in people])
    assert [render(each, "fr") for each in shown] == [
        "Awa · Comptable 1", "awa · comptable 2", "Awa · 1", "Léa",
    ]  # fmt: skip
