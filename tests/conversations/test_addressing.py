"""Whom "@Marie bonjour" is for, and what becomes of words that are for nobody any more (P42)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import pytest
from sqlalchemy import select

from community.exchanges import Side
from conversations.addressing import addressed, handles
from conversations.testing import Stage
from conversations.transcripts import play
from storage.tables import Outbox, Report, table
from tests.conversations.test_relaying import opened, passed

outboxes = table(Outbox)


def sides(*names: str) -> list[Side]:
    """The newest first, as they are read."""
    numbered = [Side(n, n, name) for n, name in enumerate(names, start=1)]
    return numbered[::-1]


@pytest.mark.parametrize(
    ("names", "written"),
    [
        (["Awa Diop"], ["Awa"]),
        (["Marie Diop", "Marie Faye"], ["Marie Diop", "Marie Faye"]),
        (["Marie Diop", "marie faye", "Awa Sy"], ["Marie Diop", "marie faye", "Awa"]),
        (["Marie", "Marie Diop"], ["Marie", "Marie Diop"]),
        (["Marie Lou Sy", "Marie Lou Ba"], ["Marie Lou Sy", "Marie Lou Ba"]),
        (["Marie", "marie"], ["Marie 1", "marie 2"]),
        (["La Zoé", "Le Grand Paul Sy"], ["La Zoé", "Le Grand Paul"]),
        (["Mme Dupont", "Dr. Awa Sy", "De La Cruz Ana"], ["Mme Dupont", "Dr Awa", "De La Cruz"]),
        (["J. Martin", "Jo Martin", "Mrs Lee", "La"], ["J Martin", "Jo", "Mrs Lee", "La"]),
    ],
)
def test_a_name_is_written_with_as_few_words_as_tell_it_apart(
    names: Sequence[str], written: Sequence[str]
) -> None:
    assert handles(sides(*names)) == list(written)[::-1]


@pytest.mark.parametrize(
    ("names", "words", "meant"),
    [
        (["Awa Diop"], "@Awa bonjour", ("Awa Diop", "bonjour")),
        (["Awa Diop"], "@awa diop, bonjour\nà toi", ("Awa Diop", "bonjour\nà toi")),
        (["Awa Diop"], "@ bonjour", ("Awa Diop", "bonjour")),
        (["Awa Diop"], "@Awa", ("Awa Diop", "")),
        (["Awa Diop"], "@Paul bonjour", None),
        (["Awa Diop"], "@!", None),
        (["Marie Diop", "Marie Faye"], "@Marie bonjour", None),
        (["Marie Diop", "Marie Faye"], "@Marie Diop bonjour", ("Marie Diop", "bonjour")),
        (["Marie Diop", "Marie Faye"], "@marie faye : oui", ("Marie Faye", ": oui")),
        (["Marie Diop", "Marie Faye"], "@ bonjour", None),
        (["Marie", "Marie Diop"], "@Marie Diop bonjour", ("Marie Diop", "bonjour")),
        (["Marie", "marie"], "@Marie bonjour", None),
        (["La Zoé"], "@La Zoé bonjour", ("La Zoé", "bonjour")),
        (["Marie", "marie"], "@Marie 2 bonjour", ("marie", "bonjour")),
    ],
)  # fmt: skip
def test_words_are_for_whoever_is_named(
    names: Sequence[str], words: str, meant: tuple[str, str] | None
) -> None:
    found = addressed(sides(*names), words)
    assert (found and (found[0].called, found[1])) == meant


def test_two_of_one_first_name_are_told_apart(stage: Stage) -> None:
    """The bot asked for “@ and the first name: Marie and Marie”."""
    stage.member("Zoé")
    for helper, need in (("Marie Diop", "comptabilité"), ("Marie Faye", "jardinage")):
        stage.member(helper, at=helper, offers=[need])
        for words in (f"/ask {need}", helper, "passer"):
            stage.says("Zoé", words)
        stage.taps(helper, "J’accepte")
        for who in ("Zoé", helper):
            stage.taps(who, "Oui, sous mon nom")
            stage.taps(who, "Non merci")
    stage.heard.clear()
    play(
        stage,
        """
        Zoé > @Marie bonjour
        Zoé < Je ne sais pas à qui transmettre cela. Commencez par @ et le nom : Marie Faye et Marie Diop.
        Zoé > @Marie Diop bonjour
        Marie Diop < Zoé : bonjour
        Marie Diop > @Zoé avec joie
        Zoé < Marie Diop : avec joie
        """,
    )


OVER = "Zoé < Votre échange avec Awa Diop par moi est terminé : je n’ai pas transmis vos mots, …"


@pytest.mark.parametrize(
    "ends", [["/leave"], ["/block Zoé", "oui"], ["/report Zoé", "Il me fait peur.", "non"]]
)
def test_words_for_an_exchange_that_is_over_are_said_not_to_have_passed(
    met: Stage, ends: Sequence[str]
) -> None:
    """They went to the bot, which asked whether one would like to know who that is.

    However it ended, the words are the same: nothing tells of a block or a report.
    """
    stage = opened(met)
    for words in ends:
        stage.says("Awa Diop", words)
    stage.heard.clear()
    play(
        stage,
        f"""
        Zoé > @Awa j’ai un secret
        {OVER}
        Zoé > @ j’ai un secret
        {OVER}
        """,
    )
    assert passed(stage) == []


def test_the_name_under_which_somebody_writes_is_known_to_block_and_report(met: Stage) -> None:
    """“/bloquer Fleur” found nobody of that name."""
    stage = opened(met)
    play(
        stage,
        """
        Awa Diop > /report @Zoé du jardin elle me fait peur
        Zoé < Awa Diop a terminé l’échange ici. …
        Awa Diop < Merci de l’avoir dit. …
        Awa Diop < Souhaitez-vous que je ne vous fasse plus jamais rencontrer Zoé du jardin ? …
        Awa Diop > non
        Awa Diop < Très bien. Si vous vous écriviez par moi, c’est terminé, …
        """,
    )
    told = stage.write(lambda c: c.execute(select(table(Report).c.words)).scalar_one())
    assert told == "elle me fait peur"


def test_a_member_is_blocked_by_name_and_the_reason_is_nobodys_business(met: Stage) -> None:
    play(
        opened(met),
        """
        Awa Diop > /block Zoé parce que
        Awa Diop < Souhaitez-vous que je ne vous fasse plus jamais rencontrer Zoé du jardin ? …
        Awa Diop > oui
        Awa Diop < C’est fait : …
        Zoé < Awa Diop a terminé l’échange ici. …
        """,
    )


def test_a_name_alone_is_still_a_question_about_somebody(met: Stage) -> None:
    stage = opened(met)
    stage.says("Awa Diop", "/leave")
    stage.says("Zoé", "@Awa")
    assert not stage.spoken["dm:Zoé"][-1].text.startswith("Votre échange")


def test_a_name_in_answer_to_a_question_is_an_answer(met: Stage) -> None:
    stage = opened(met)
    stage.says("Awa Diop", "/leave")
    stage.says("Zoé", "/team")
    stage.says("Zoé", "@Awa Diop ne répond plus")
    assert not stage.spoken["dm:Zoé"][-1].text.startswith("Votre échange")


def test_a_reply_to_somebody_one_writes_to_no_more_reaches_nobody_else(stage: Stage) -> None:
    """With one exchange left, it was passed on to whoever that was with."""
    stage.member("Zoé")
    for helper, need in (("Awa", "comptabilité"), ("Marc", "jardinage")):
        stage.member(helper, at=helper, offers=[need])
        for words in (f"/ask {need}", helper, "passer"):
            stage.says("Zoé", words)
        stage.taps(helper, "J’accepte")
        for who in ("Zoé", helper):
            stage.taps(who, "Oui, sous mon nom")
            stage.taps(who, "Non merci")
    stage.says("Awa", "@ bonjour")
    query = select(outboxes.c.platform_id).where(outboxes.c.purpose == "relay")
    came = stage.write(lambda c: c.execute(query).scalar_one())
    stage.passes(timedelta(minutes=1))
    stage.says("Awa", "/leave")
    stage.says("Zoé", "un secret", replied_to=came)
    assert "Commencez par @ et le nom\N{NARROW NO-BREAK SPACE}: Marc." in (
        stage.spoken["dm:Zoé"][-1].text.replace("\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}")
    )
    assert "secret" not in str(passed(stage))
    stage.says("Marc", "/leave")
    stage.says("Zoé", "un secret", replied_to=came)
    assert stage.spoken["dm:Zoé"][-1].text.startswith("Votre échange avec ")


@pytest.mark.parametrize("text", ["@ awa bonjour", "@  Awa bonjour", "@ bonjour", "@bonjour"])
def test_a_space_behind_the_sign_does_not_make_the_name_a_word(text: str) -> None:
    """“awa bonjour” passed on."""
    met = addressed(sides("Awa Diop"), text)
    assert met is None if text == "@bonjour" else met is not None and met[1] == "bonjour"


def test_with_a_space_the_name_is_still_looked_for_among_several() -> None:
    both = sides("Awa Diop", "Zoé")
    assert addressed(both, "@ bonjour") is None
    met = addressed(both, "@ zoé bonjour")
    assert met is not None
    assert (met[0].called, met[1]) == ("Zoé", "bonjour")
