"""The people found for a need, as their asker chooses among them (P1)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import count

from community import directory
from community.directory import Match
from conversations import left_out
from conversations.answers import LEAVES_OUT
from conversations.chat import Chat
from conversations.dialogues import namesakes
from conversations.dialogues.cards import why
from conversations.needs import Need
from conversations.questions import NotUnderstood, Option
from conversations.texts import Text


@dataclass(frozen=True, slots=True)
class Choice:
    """The value chosen for a need, the people it was chosen among, and the name of the question."""

    need: Need
    people: Sequence[Match]
    chosen: str = ""
    asked: str = ""


async def whom(chat: Chat, need: Need, had_it: Sequence[int]) -> Choice:
    """Whom to ask; others are found in place of those whom the requester leaves out meanwhile.

    Nobody to choose among is a choice of nothing.
    """
    for n in count(1):
        number = f"-{n}" if n > 1 else ""
        without = [*had_it, *need.without]
        people = await chat.once(
            f"people{number}", directory.find_helpers, need.topic, without=without
        )
        if not people:
            return Choice(need, people)
        question = Text("ask-who", need=need.title, people=len(people))
        asked = f"chosen{number}"
        chosen = await chat.choose_or_say(
            asked, question, choices(people), hears=(LEAVES_OUT,), read=all_but(people)
        )
        if not chosen.startswith(left_out.SAID):
            return Choice(need, people, chosen, asked)
        out = map(int, chosen.removeprefix(left_out.SAID).split())
        need = replace(need, without=(*need.without, *out))
    raise AssertionError("somebody is chosen, or nobody is left")


def all_but(people: Sequence[Match]) -> Callable[[str], str]:
    """A reader for whom of these people words leave out: their ids."""

    def read(words: str) -> str:
        out = left_out.named(words, [each.name for each in people])
        if not out:
            raise NotUnderstood(Text("answer-not-among"))
        return left_out.SAID + " ".join(str(each.member_id) for each in people if each.name in out)

    return read


def choices(people: Sequence[Match]) -> list[Option]:
    """The people found, namesakes told apart, each with the reason; then the team, then nobody."""
    called = namesakes.labels(
        [(each.name, each.headline or ", ".join(each.phrases)) for each in people],
        [_called(each) for each in people],
    )
    found = [
        Option(
            value=str(each.member_id),
            label=label,
            description=why(each.kind, each.phrases, each.meant),
            said=("yes", "whichever", "asks_them")
            if len(people) == 1
            else ()
            if at
            else ("whichever",),
        )
        for at, (each, label) in enumerate(zip(people, called, strict=True))
    ]
    return [
        *found,
        Option(value="team", label=Text("ask-team"), said=("asks_the_team",)),
        Option(
            value="nobody",
            label=Text("ask-drop"),
            said=(
                "no",
                "skip",
                "nothing",
                "no_longer",
                *(("not_them",) if len(people) == 1 else ()),
            ),
        ),
    ]


def chosen_first(people: Sequence[Match], chosen: int) -> list[Match]:
    """The one who was chosen, then the others in their order."""
    return sorted(people, key=lambda each: each.member_id != chosen)


def _called(match: Match) -> Text:
    if match.external:
        return Text("ask-external", name=match.name)
    return Text("ask-name", name=match.name)
