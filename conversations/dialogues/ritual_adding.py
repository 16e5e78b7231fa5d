"""A new ritual: chosen from the library, shown, then kept or tried with one group (P41)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import count

from community import library, members, mentions, rituals
from community.library import Ready
from community.rituals import KINDS, Plan
from community.rituals.plans import check, new_name
from community.scope import Scope
from conversations.chat import Chat
from conversations.dialogues import ritual_places
from conversations.dialogues.ritual_choices import (
    BACK,
    group_choices,
    more,
    options_of,
    with_buddies,
    with_language,
    with_place,
)
from conversations.dialogues.ritual_plan import (
    Judged,
    ask_audience,
    ask_rhythm,
    checked,
    complaint,
    shown,
    size,
    tell,
    tried,
)
from conversations.questions import Option
from conversations.rhythms import mended
from conversations.texts import Text


async def add(chat: Chat) -> None:
    """Plan a new one, from the library; `/ritual add coffee` names it at once."""
    known = {name: each for name, each in library.ready().items() if each.kind in KINDS}
    locale = chat.member.locale
    ready = known[await which(chat, known)]
    if ready.kind == "mentions" and not await chosen_to_name(chat):
        return await chat.say(Text("ritual-dropped"))
    least = KINDS[ready.kind].least
    if await chat.once("everyone", size, ()) < least:
        return await chat.say(Text("ritual-too-few-here", least=least))
    rhythm = await ask_rhythm(chat, library.in_language(ready.rhythm, locale))
    audience = await ask_audience(chat, "audience", ready.kind)
    usual = library.in_language(ready.name, locale)
    plan = Plan(
        kind=ready.kind, name=await chat.once("called", new_name, usual, audience), rhythm=rhythm,
        settings=dict(ready.settings), audience=audience,
    )  # fmt: skip
    if KINDS[plan.kind].in_place:
        await ritual_places.here(chat)
    for choose in (with_place, with_language, with_buddies):
        plan = await choose(chat, plan)
    if await shown(chat, plan):
        await _keep(chat, plan)


async def which(chat: Chat, known: Mapping[str, Ready]) -> str:
    """The ready ritual that the command names, in any language, or asked for among those it may."""
    _, *said = ritual_places.words(chat).split()
    if said and said[0] in known:
        return said[0]
    words = " ".join(said)
    fitting = [each for each in library.fitting(words) if each in known]
    if len(fitting) == 1:
        return fitting[0]
    question = Text("ritual-which-ready") if fitting else Text("ritual-no-ready", words=words)
    locale = chat.member.locale
    options = [
        Option(
            value=name, label=Text("ritual-name", name=library.in_language(each.name, locale)),
            description=Text("ritual-name", name=library.in_language(each.about, locale)),
        )
        for name, each in known.items() if name in fitting or not fitting
    ]  # fmt: skip
    return await chat.choose("ready", question, options)


async def chosen_to_name(chat: Chat) -> bool:
    """Whether the community names those who were thanked; an organiser can choose that here."""
    if await chat.once("names-already", mentions.is_chosen):
        return True
    yes, no = Text("ritual-mentions-yes"), Text("ritual-mentions-no")
    if not await chat.confirm("names", Text("ritual-mentions"), yes=yes, no=no):
        return False
    await chat.once("choose-names", mentions.choose)
    return True


async def _keep(chat: Chat, plan: Plan) -> None:
    known = await chat.once("pilots", group_choices)
    plan, wish = await _settled(chat, plan, options_of(known))
    if wish == "no":
        return await chat.say(Text("ritual-dropped"))
    key = "ritual-piloted" if wish == "pilot" else "ritual-kept"
    await tell(chat, await chat.once("keep", keep, plan, wish), Text(key, name=plan.name))
    return None


async def _settled(chat: Chat, plan: Plan, groups_: Sequence[Option]) -> tuple[Plan, str]:
    """The plan once nothing more is to be chosen, shown after each choice, and what to do with it.

    It can be tried with one of the groups, and words for another rhythm mend it. A choice that
    can't be is told, and the plan stays as it was before.
    """
    options = [
        Option(value="on", label=Text("ritual-keep"), style="primary", said=("yes", "keeps")),
        *([Option(value="pilot", label=Text("ritual-pilot"))] if groups_ else []),
        Option(value="more", label=Text("ritual-more"), said=("mends",)),
        Option(value="no", label=Text("ritual-drop")),
    ]
    tries, now = 0, await chat.now("settling")
    for n in count(1):
        changed, read = plan, checked(partial(mended, rhythm=plan.rhythm, now=now))
        match await chat.choose_or_say(
            "wish" if n == 1 else f"wish-{n}", Text("ritual-keep-it"), options,
            read=read, hears=("rhythm",),
        ):  # fmt: skip
            case "on" | "no" as wish:
                return plan, wish
            case "pilot":
                tries += 1
                first = "pilot" if tries == 1 else f"pilot-again-{tries}"
                if tried_on := await _piloted(chat, plan, groups_, first):
                    return tried_on, "pilot"
            case "more":
                changed = await more(chat, plan, f"more-{n}")
            case words:
                changed = replace(plan, rhythm=mended(words, plan.rhythm, now))
        if changed != plan and await shown(chat, changed, f"more-{n}-"):
            plan = changed
    raise AssertionError("counting has no end")


async def _piloted(chat: Chat, plan: Plan, groups_: Sequence[Option], first: str) -> Plan | None:
    """The plan for one group, another being asked for while it can't be so; None for no trial."""
    question = Text("ritual-pilot-group")
    back = Option(value=BACK, label=Text("ritual-pilot-back"), said=("no", "everyone"))
    for n in count(1):
        asked = first if n == 1 else f"{first}-{n}"
        chosen = await chat.choose(asked, question, [*groups_, back])
        if chosen == BACK:
            return None
        tried_on = replace(plan, audience=(int(chosen),))
        judged = await chat.once(f"{asked}-judged", fits, tried_on)
        if not judged.wrong:
            return tried_on
        question = complaint(judged.wrong, judged.about or {})
    raise AssertionError("counting has no end")


def fits(scope: Scope, plan: Plan) -> Judged:
    """Whether a plan could be kept, or what is wrong with it."""
    return tried(lambda: check(scope, plan))


def keep(scope: Scope, plan: Plan, state: str) -> Judged:
    """Keep the ritual, or say what is wrong with it."""
    members.require_organiser(scope)
    return tried(lambda: rituals.plan(scope, plan, state))
