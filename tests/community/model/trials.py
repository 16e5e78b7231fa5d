"""Lives in which a promise is tried where chance seldom gets: a few steps each, in one order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import select

from storage.tables import Introduction, Report, Thanks, table
from tests.community.model.life import ANSWERS, PEACE, TEAMWORK, Life
from tests.community.model.town import CANARY, PHONE, Town

HERS = CANARY["Ida"]


def does(life: Life, by: str, steps: Sequence[str], **given: str) -> None:
    """Somebody does this, and the promises hold."""
    told = {"canary": CANARY[by], **given}
    life.town.tries(by, *(each.format(**told) for each in steps))
    life.the_promises_hold()


def refuses(life: Life, times: int) -> None:
    """Whoever has a request in hand declines, one after the other."""
    for _ in range(times):
        life.is_asked_and("declines", "", last=False)
        life.the_promises_hold()


def a_week_of_refusals(life: Life) -> None:
    """Promise 5: who stands in line for several is asked no more often than agreed."""
    for who in ("Zoé", "Lin", "Marc", "Noé"):
        life.asks(who, "[", hints=False)
        life.the_promises_hold()
    refuses(life, 10)


def a_block_while_one_stands_in_line(life: Life) -> None:
    """Promise 5: whoever blocks the one who asks is passed by, though they were in line."""
    for who in ("Marc", "Ida", "Noé", "Awa"):
        does(life, who, PEACE["blocks"], other="Zoé")
    refuses(life, 6)


def an_erasure_after_everything_was_written(life: Life) -> None:
    """Promise 9: in thanks, a report and a question to somebody who asks."""
    does(life, "Ida", ("/ask comptabilité {canary}", "[Zoé", "[Passer"))
    does(life, "Zoé", ANSWERS["accepts"])
    life.time_passes(50)
    does(life, "Ida", ("[Oui", "[Oui", "merci {canary}"))
    does(life, "Lin", ("/ask comptabilité", "[Ida", "[Passer"))
    does(life, "Ida", ANSWERS["wonders"])
    does(life, "Ida", PEACE["reports"], other="Noé")
    for words in (table(Thanks).c.words, table(Report).c.words, table(Introduction).c.question):
        assert HERS in str(_read(life.town, select(words))), f"{words} was to hold something"
    life.lives_on("is erased", "Ida")
    life.the_promises_hold()


def a_contact_that_one_has_given(life: Life) -> None:
    """Promise 4: it is shown only once the other one has given theirs."""
    does(life, "Awa", ANSWERS["accepts"])
    gives = "[Plutôt pas", "{phone}", "[Oui, c’est bien"
    does(life, "Awa", gives, phone=PHONE["Awa"])
    does(life, "Zoé", gives, phone=PHONE["Zoé"])
    assert any(PHONE["Awa"] in word.whole for word in life.town.told["Zoé"]), "both have"


def a_role_that_goes_in_the_middle(life: Life) -> None:
    """Promise 10: what a former moderator had begun comes to nothing."""
    does(life, "Zoé", PEACE["reports"], other="Marc")
    for how in ("has looked into it", "pauses somebody", "proposes"):
        life.omar_becomes("moderator")
        *begun, last = TEAMWORK[how]
        does(life, "Omar", begun, who="Marc")
        life.omar_becomes("member")
        does(life, "Omar", (last,), who="Marc")


def _read(town: Town, query: Any) -> Any:
    return town.write(lambda connection: connection.execute(query).scalars().all())


TRIALS: Sequence[Callable[[Life], None]] = (
    a_week_of_refusals,
    a_block_while_one_stands_in_line,
    an_erasure_after_everything_was_written,
    a_contact_that_one_has_given,
    a_role_that_goes_in_the_middle,
)
