"""Nobody is taken for somebody else: not by an ordinary word, and not by how a name begins."""

from __future__ import annotations

from sqlalchemy import select

from community import lookup, reports
from community.scope import Scope
from conversations.addressing import told_of
from conversations.testing import Stage
from conversations.transcripts import play
from storage.tables import Report, table
from tests.conversations.openings import opening


@opening
def town(stage: Stage) -> Stage:
    """Zoé and those whose names begin as any sentence may; Inès moderates."""
    for name in ("Zoé", "Lea Morel", "Marc Petit", "Ilyas", "Helen", "Yasmine", "Yann Le Goff"):
        stage.member(name)
    stage.member("Inès", role="moderator")
    return stage


def test_no_ordinary_word_names_anybody(town: Stage) -> None:
    """ "/signaler le monsieur m'a insulté" was a report about Lea."""
    for words in (
        "le monsieur m'a insulté", "ma voisine", "il m'a insulté", "he insulted me",
        "ya un mec qui m'insulte", "le monde entier", "she threatened me",
    ):  # fmt: skip
        assert begun_with(town, words) == "", words
    for words, name in (
        ("lea m'a insulté", "lea"),
        ("le goff m’écrit", "le goff"),
        ("mar m", "mar"),
    ):
        assert begun_with(town, words) == name


def test_somebody_without_a_name_can_be_told_of(town: Stage) -> None:
    for words in ("signaler le monsieur d'hier", "report the man over there", "bloque ce type"):
        assert is_told_of(town, words), words
    assert not is_told_of(town, "report on the budget")


def test_who_is_not_named_just_so_is_asked_about_before_anything_is_told(town: Stage) -> None:
    play(
        town,
        """
        Zoé > /signaler le monsieur m'a insulté
        Zoé < De qui s’agit-il ? … [Je ne connais pas son nom] [Rien, finalement]
        Zoé > [Rien]
        Zoé < Très bien. …
        Zoé > /signaler mar m'a insulté
        Zoé < « mar » : pensez-vous à cette personne ? [Marc Petit] [Quelqu’un d’autre]
        Zoé > non
        Zoé < D’accord, une autre personne que « mar ». … [Je ne connais pas son nom]
        Zoé > [Je ne connais pas]
        Zoé < Sans nom, … « mar m'a insulté » ? [Oui, à l’équipe] [Non]
        Zoé > non
        Zoé < Très bien. …
        Zoé > /remercier ma voisine
        Zoé < Je ne trouve personne du nom de « ma voisine ». … [Passer]
        Zoé > [Passer]
        Zoé < …
        Inès > /pause-member mar demain spam
        Inès < « mar » : pensez-vous à cette personne ? [Marc Petit] [Quelqu’un d’autre]
        """,
    )
    assert reported(town) == []


def test_a_report_about_the_wrong_person_can_be_taken_back(town: Stage) -> None:
    play(
        town,
        """
        Zoé > /signaler lea m'a insulté
        Inès < Un signalement, en privé. … [Je m’en occupe]
        Zoé < Merci de l’avoir dit. … Si c’est une erreur, vous pouvez le reprendre : /signaler
        Zoé < Souhaitez-vous … [Bloquer Lea Morel] [Non] [Reprendre mon signalement]
        Zoé > non c pas elle
        Zoé < Lequel dois-je reprendre ? … [Celui-ci : « m'a insulté »] [Aucun, il reste]
        Zoé > [Aucun]
        Zoé < Très bien, il reste auprès de l’équipe.
        Inès > [Je m’en occupe]
        Inès < Merci. …
        Zoé > annuler mon signalement
        Zoé < Lequel dois-je reprendre ? … [Celui-ci : « m'a insulté »] [Aucun, il reste]
        Zoé > oui
        Inès < Zoé a repris son signalement concernant Lea Morel : …
        Zoé < C’est repris : …
        Zoé > annuler mon signalement
        Zoé < Aucun signalement de vous …
        """,
    )
    assert reported(town) == [("withdrawn", "")]
    assert town.work(reports.waiting, actor="Inès") == []


def begun_with(stage: Stage, words: str) -> str:
    """The name that words begin with."""

    def read(scope: Scope) -> str:
        name, rest = lookup.search_first(scope, words)
        return name if rest else ""

    return str(stage.work(read))


def is_told_of(stage: Stage, words: str) -> bool:
    def read(scope: Scope) -> bool:
        return told_of(scope, words, whole=True) is not None

    return bool(stage.work(read))


def reported(stage: Stage) -> list[tuple[str, str]]:
    rows = table(Report)
    found = stage.write(lambda c: c.execute(select(rows.c.state, rows.c.words)).all())
    return [(state, words) for state, words in found]
