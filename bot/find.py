"""`passerelle find`: whom the bot would propose for a need, whom not, and why."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot import jsonl
from bot.inside import inside
from bot.settings import Settings
from bot.terminal import language, words
from community import directory, peace, roles
from community.directory import Explained
from community.passed_over import PassedOver, passed_over
from community.scope import Scope
from conversations import needs
from conversations.dialogues.cards import why
from conversations.foreseen import ASK_WHAT, Foreseen, of_a_need
from conversations.texts import At, Text


@dataclass(frozen=True, slots=True)
class Found:
    """Who would be proposed, each with the end of the quiet hours they are in, if any; who not.

    `then` is what the bot would do with the need, and `searched` what it would search for.
    """

    then: Foreseen
    searched: str
    people: list[tuple[Explained, datetime | None]]
    others: list[PassedOver]


class NoNeed(ValueError):
    """A line that says no need: write {"need": "…"}."""

    def __init__(self, number: int) -> None:
        super().__init__(self.__doc__)
        self.number = number


def told(settings: Settings, member: str | None, limit: int, need: str) -> list[Text]:
    """The people in their order, in words; raises NoSuchMember."""
    found = inside(settings, lambda scope, space: _found(scope, space, member, limit, need))
    people = [line for place, each in enumerate(found.people, 1) for line in _person(place, *each)]
    others = [
        Text("cli-find-other", name=each.name, score=f"{each.score:.2f}",
             why=Text(f"cli-find-{each.why}"))
        for each in found.others
    ]  # fmt: skip
    return [
        *(people or [Text("cli-find-nobody", need=need)]),
        *others,
        *_notes(found, need, member),
    ]


def _notes(found: Found, need: str, member: str | None) -> Iterator[Text]:
    """What the bot would do otherwise than to search for these very words, for this person."""
    if found.then.step != "search" or found.searched != need:
        yield Text("cli-find-then", then=found.then.words)
    if found.people and member is None:
        yield Text("cli-find-no-asker")


def answer(
    settings: Settings,
    member: str | None,
    limit: int,
    lines: Iterable[str],
    tell: Callable[[str], None],
) -> None:
    """One line of JSON for each need, `{"line", "error"}` for a line that says none.

    Raises NoSuchMember; after the last line, NoNeed for the first that says none.
    """
    wrong: list[int] = []

    def work(scope: Scope, space: int) -> None:
        for number, said in jsonl.objects(lines):
            need = _need(said)
            if need is None:
                wrong.append(number)
                tell(jsonl.fault(number, words("cli-find-line", number=number)))
                continue
            found = _found(scope, space, member, limit, need)
            told = {
                "need": need, "found": [_fields(*each) for each in found.people],
                "not_shown": [_other(each) for each in found.others],
                "step": found.then.step, "searched": found.searched,
            }  # fmt: skip
            tell(json.dumps(told, ensure_ascii=False))

    lines = list(lines)
    inside(settings, work)
    if wrong:
        raise NoNeed(wrong[0])


def _found(scope: Scope, space: int, member: str | None, limit: int, need: str) -> Found:
    if member is not None and scope.actor_id is None:
        scope.actor_id = roles.member_of(scope, space, member).id
    locale = directory.reads(scope) or language()
    then = of_a_need(need, locale)
    if then.step == ASK_WHAT:
        return Found(then, "", [], [])
    wanted = needs.read(scope, need, locale)
    people = directory.explain(scope, wanted.topic, limit, wanted.without)
    return Found(
        then, wanted.topic,
        [(each, _quiet_until(scope, each.match.member_id)) for each in people],
        passed_over(scope, wanted.topic),
    )  # fmt: skip


def _quiet_until(scope: Scope, member_id: int) -> datetime | None:
    reached = peace.of(scope, member_id)
    return reached.quiet.until(scope.now, reached.zone)


def _need(said: Mapping[str, Any]) -> str | None:
    need = said.get("need") or said.get("text")
    return need if isinstance(need, str) and need.strip() else None


def _person(place: int, found: Explained, quiet_until: datetime | None) -> Iterable[Text]:
    match = found.match
    yield Text(
        "cli-find-person", place=place, name=match.name, score=f"{match.score:.2f}",
        why=why(match.kind, match.phrases, match.meant),
    )  # fmt: skip
    yield Text("cli-find-relevance", worth=f"{found.relevance:.2f}")
    for name, worth in found.advantages.items():
        yield Text(f"cli-find-{name}", worth=f"{worth:.2f}")
    if quiet_until:
        yield Text("cli-find-quiet", until=At(quiet_until))


def _other(found: PassedOver) -> dict[str, Any]:
    return {
        "member": found.member_id, "name": found.name, "score": round(found.score, 4),
        "why": found.why,
    }  # fmt: skip


def _fields(found: Explained, quiet_until: datetime | None) -> dict[str, Any]:
    match = found.match
    return {
        "member": match.member_id, "name": match.name, "kind": match.kind,
        "phrases": match.phrases, "meant": match.meant, "score": round(match.score, 4),
        "relevance": round(found.relevance, 4), "advantages": found.advantages,
        "quiet_until": quiet_until.isoformat() if quiet_until else None,
    }  # fmt: skip
