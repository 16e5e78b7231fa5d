"""Being the same person on several platforms: `/link`, `/unlink`, and word of it to every side."""

from __future__ import annotations

from community import linking, merging
from community.linking import Checked
from community.merging import Account
from conversations.chat import Chat
from conversations.dialogue import dialogue
from conversations.questions import Option
from conversations.texts import At, Text

PLATFORMS = ("local", "slack", "discord", "whatsapp")
NOTHING = "nothing"


@dialogue("link")
async def link(chat: Chat) -> None:
    typed = str(chat.args.get("code", ""))
    if not typed and chat.member.welcomed:
        return await give_code(chat)
    code = typed or await chat.ask("code", Text("link-which"))
    found = await chat.once("check", linking.check, code)
    if found.verdict != "right":
        return await chat.say(Text(f"link-{found.verdict}"))
    key = "link-sure-known" if found.known else "link-sure"
    keep = await chat.choose("keep", Text(key, name=found.name), choices(found))
    if keep == NOTHING:
        await chat.once("drop", linking.drop, found.link)
        return await chat.say(Text("link-dropped"))
    await chat.once("agree", linking.agree, found.link, keep)
    await chat.close("onboarding")
    return await chat.say(Text("link-on-its-way"))


async def give_code(chat: Chat) -> None:
    """The code is shown and not kept: this dialogue ends in the turn in which it began."""
    code = await chat.once("code", linking.make)
    await chat.say(Text("link-code", code=code) if code else Text("link-too-many"))


def choices(found: Checked) -> list[Option]:
    """Whoever has a profile here too says which of the two stays."""
    nothing = Option(value=NOTHING, label=Text("link-no"))
    if not found.known:
        return [Option(value="theirs", label=Text("link-yes"), style="primary"), nothing]
    return [
        Option(value="theirs", label=Text("link-keep-theirs"), description=begins(found.theirs)),
        Option(value="mine", label=Text("link-keep-mine"), description=begins(found.mine)),
        nothing,
    ]


def begins(words: str) -> Text:
    """By what a profile is known from the other."""
    return Text("link-begins", words=words) if words else Text("link-begins-empty")


@dialogue("linked", purpose="notice")
async def linked(chat: Chat) -> None:
    accounts = await chat.once("accounts", merging.accounts)
    told = Text("linked", platforms=[account(each.connector, each.n) for each in accounts])
    options = [
        Option(value="fine", label=Text("linked-fine"), style="primary"),
        Option(value="unlink", label=Text("linked-unlink"), style="danger"),
    ]
    if await chat.choose("answer", told, options) == "fine":
        return await chat.say(Text("linked-kept"))
    await chat.once("part", merging.ask_to_part, chat.args["accounts"])
    return await chat.say(Text("link-on-its-way"))


@dialogue("same-person", purpose="notice")
async def same_person(chat: Chat) -> None:
    await chat.say(Text("same-person", name=chat.member.name))


@dialogue("unlink", closes=("linked",))
async def unlink(chat: Chat) -> None:
    accounts = await chat.once("accounts", merging.accounts)
    if len(accounts) < 2:
        return await chat.say(Text("unlink-nothing"))
    options = [
        *(option(each) for each in accounts),
        Option(value=NOTHING, label=Text("unlink-keep")),
    ]
    which = await chat.choose("which", Text("unlink-which"), options)
    if which == NOTHING:
        return await chat.say(Text("linked-kept"))
    await chat.once("part", merging.ask_to_part, [int(which)])
    return await chat.say(Text("link-on-its-way"))


@dialogue("unlinked", purpose="notice", closes=("linked",))
async def unlinked(chat: Chat) -> None:
    """To every account that keeps the profile."""
    accounts = await chat.once("accounts", merging.accounts)
    gone = account(chat.args["connector"], chat.args["n"])
    await chat.say(Text("unlinked", account=gone, platforms=[label(each) for each in accounts]))


@dialogue("unlinked-here", purpose="notice")
async def unlinked_here(chat: Chat) -> None:
    """To the account that has a profile no more."""
    await chat.say(Text("unlinked-here", platforms=[account(*each) for each in chat.args["kept"]]))


def option(each: Account) -> Option:
    """Two on one platform are told apart by when their owner last wrote there."""
    if each.here or not each.n or each.heard_at is None:
        return Option(value=str(each.id), label=label(each))
    heard = Text("unlink-heard", at=At(each.heard_at))
    return Option(value=str(each.id), label=label(each), description=heard)


def label(each: Account) -> Text:
    called = account(each.connector, each.n)
    return Text("unlink-account-here", platform=called) if each.here else called


def account(connector: str, n: int) -> Text:
    """What people call the platform, with a number where they are there several times."""
    named = connector in PLATFORMS
    called = Text(f"platform-{connector}") if named else Text("platform-other", name=connector)
    return Text("unlink-account", platform=called, n=n) if n else called
