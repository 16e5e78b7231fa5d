"""Welcoming a newcomer (P10, P12): language, rules, consent, profile, one first action."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from community import members, privacy, profiles, second_looks, standings
from community.profiles import Profile
from community.scope import Scope
from conversations import first_words, readers
from conversations.chat import Chat
from conversations.dialogue import dialogue
from conversations.language import locales, render
from conversations.questions import SKIP, Option
from conversations.texts import Text


def has_not_acted(scope: Scope, _about: Mapping[str, Any]) -> bool:
    """Whether there is a first action to propose: who asked of their own accord needs none."""
    return not (members.me(scope).welcomed_at and standings.mine(scope))


@dialogue("onboarding", cancellable=False, still=has_not_acted)
async def onboarding(chat: Chat) -> None:
    locale = await chat.choose("language", Text("onboarding-language"), languages())
    await chat.speak(locale)
    welcome = await chat.once("welcome", members.welcome, locale)
    await chat.say(Text("onboarding-hello", community=welcome.community, mission=welcome.mission))
    if not (await agree_to_rules(chat, welcome.frame) and await agree_to_data(chat)):
        await chat.say(Text("onboarding-refused"))
        return await chat.once("forget", privacy.ask_to_erase)
    agreed = render(Text("onboarding-consent"), locale)
    await chat.once("consent", members.consent, welcome.version, locale, agreed)
    profile = await introduce_oneself(chat, locale)
    await chat.once("profile", profiles.write, profile)
    await chat.once("welcomed", members.finish_welcome)
    await chat.once("looked", second_looks.look)
    first = str(chat.args.get("first", ""))
    again = await chat.once("first", first_words.say_again, first) if first else False
    if again:
        return await chat.say(Text("first-words", name=profile.name))
    return await first_action(chat, profile)


def languages() -> list[Option]:
    """Every language, each by its own name."""
    return [Option(value=each, label=Text(f"language-{each}")) for each in locales()]


async def agree_to_rules(chat: Chat, rules: str) -> bool:
    return await chat.confirm(
        "rules", Text("onboarding-rules", rules=rules),
        yes=Text("onboarding-rules-yes"), no=Text("onboarding-rules-no"),
    )  # fmt: skip


async def agree_to_data(chat: Chat) -> bool:
    return await chat.confirm(
        "data", Text("onboarding-consent"),
        yes=Text("onboarding-consent-yes"), no=Text("onboarding-consent-no"),
    )  # fmt: skip


async def introduce_oneself(chat: Chat, locale: str) -> Profile:
    name = await ask_name(chat)
    headline = await chat.ask_or_skip("headline", Text("onboarding-headline", name=name))
    offers = await chat.ask_or_skip("offers", Text("onboarding-offers"), read=readers.items)
    experiences = await chat.ask_or_skip(
        "experiences", Text("onboarding-experiences"), read=readers.items
    )
    wants = await chat.ask_or_skip("wants", Text("onboarding-wants"), read=readers.items)
    zone = await ask_zone(chat)
    return Profile(
        name=name, headline=headline or "", offers=offers or [], experiences=experiences or [],
        wants=wants or [], locale=locale, time_zone=zone,
    )  # fmt: skip


async def ask_name(chat: Chat) -> str:
    known, question = chat.member.name, Text("onboarding-name")
    if not known:
        return await chat.ask("name", question, read=readers.name)
    keep = Text("onboarding-name-keep", name=known)
    return await chat.ask_or_skip("name", question, read=readers.name, skip=keep) or known


async def ask_zone(chat: Chat) -> str:
    zone = chat.member.zone
    question, keep = Text("onboarding-zone", zone=zone), Text("onboarding-zone-keep", zone=zone)
    return await chat.ask_or_skip("zone", question, read=readers.zone, skip=keep) or zone


async def first_action(chat: Chat, profile: Profile) -> None:
    need = profile.wants[0] if profile.wants else ""
    label = Text("first-action-ask", need=need) if need else Text("first-action-ask-free")
    options = [
        Option(value="ask", label=label, style="primary"),
        Option(value="look", label=Text("first-action-profile")),
        Option(value=SKIP, label=Text("first-action-later")),
    ]
    action = await chat.choose("action", Text("first-action"), options)
    if action == "ask":
        return await chat.once("ask", ask_first, need)
    if action == "look":
        return await chat.once("look", go_on_with, "profile", "")
    return await chat.say(Text("first-action-goodbye"))


def ask_first(scope: Scope, need: str) -> None:
    """Ask for what they said they look for, if they still do."""
    still = need in profiles.read(scope, scope.actor_id or 0).wants
    go_on_with(scope, "ask", need if still else "")


def go_on_with(scope: Scope, dialogue_name: str, need: str) -> None:
    """Start another dialogue with the same person as soon as this one ends."""
    assert scope.actor_id is not None
    data: dict[str, Any] = {"need": need} if need else {}
    scope.notify(scope.actor_id, dialogue_name, **data)
