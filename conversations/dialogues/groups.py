"""`/group`: the sets of members that rituals are for, as organisers keep them (P23)."""

from __future__ import annotations

from dataclasses import dataclass

from community import groups, lookup, members
from community.groups import WrongGroupName
from community.lookup import Found
from community.scope import Scope
from community.words import split_items
from conversations.chat import Chat
from conversations.dialogue import dialogue
from conversations.questions import Option
from conversations.texts import Lines, Text


@dataclass(frozen=True, slots=True)
class Known:
    """A group and who is in it."""

    id: int
    name: str
    members: list[str]


@dialogue("group")
async def group(chat: Chat) -> None:
    await chat.once("allowed", members.require_organiser)
    name = str(chat.args.get("group", ""))
    if not name:
        return await _list(chat)
    one = await chat.once("one", find, name)
    if one is None:
        if not await chat.confirm("new", Text("group-new", name=name)):
            return await chat.say(Text("group-left"))
        one = await chat.once("make", make, name)
        if one is None:
            return await chat.say(Text("group-wrong-name"))
    options = [Option(value=each, label=Text(f"group-{each}"))
               for each in ("add", "remove", "nothing")]  # fmt: skip
    question = Text("group-who", name=one.name, members=one.members or [Text("group-empty")])
    wish = await chat.choose("wish", question, options)
    if wish == "nothing":
        return await chat.say(Text("group-left"))
    names = await chat.ask("names", Text("group-names"), read=split_items)
    unknown = await chat.once("put", put, one.id, wish, names)
    if unknown:
        await chat.say(Text("group-unknown", names=unknown))
    after = await chat.once("after", find, one.name)
    present = after.members if after else []
    return await chat.say(
        Text("group-done", name=one.name, members=present or [Text("group-empty")])
    )


async def _list(chat: Chat) -> None:
    known = await chat.once("known", all_)
    if not known:
        return await chat.say(Text("group-none"))
    lines = [Text("group-line", name=each.name, count=str(len(each.members))) for each in known]
    return await chat.say(Text("group-list", lines=Lines(lines)))


def all_(scope: Scope) -> list[Known]:
    """Every group, by name."""
    return [Known(each.id or 0, each.name, groups.names(scope, each.id or 0))
            for each in groups.listed(scope)]  # fmt: skip


def find(scope: Scope, name: str) -> Known | None:
    """The group of that name."""
    found = groups.named(scope, name)
    if found is None or found.id is None:
        return None
    return Known(found.id, found.name, groups.names(scope, found.id))


def make(scope: Scope, name: str) -> Known | None:
    """A new group; None if it can't be called that."""
    try:
        groups.make(scope, name)
    except WrongGroupName:
        return None
    return find(scope, name)


def put(scope: Scope, group_id: int, wish: str, names: list[str]) -> list[str]:
    """Add members or take them out, by their names; the names that mean nobody for sure."""
    sure = dict[str, int]()
    for name in names:
        match lookup.search(scope, name):
            case [Found(id=member, guessed=False)]:
                sure[name] = member
    change = groups.add if wish == "add" else groups.remove
    change(scope, group_id, list(sure.values()))
    return [name for name in names if name not in sure]
