"""The monthly prompt, as members answer it, and the round-up, as organisers post it (P15)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from community import choices, groups, members, prompts, roundups, thread_answers
from community.ballots import LEAST
from community.library import Prompt
from community.prompts import MOST_ANSWER, Asked, PromptSettings
from community.rituals import Plan
from community.roundups import Answer
from community.scope import Scope
from community.thread_answers import Noted
from conversations import readers
from conversations.chat import Chat
from conversations.dialogue import dialogue
from conversations.previews import EVERYBODY, Sample, kinds_of_people, preview
from conversations.questions import NotUnderstood, Option
from conversations.texts import Lines, Text
from storage.tables import Community

MOST_AT_ONCE = 1500
"""Characters of a round-up in one message, which has to fit everywhere (WhatsApp: 1600)."""


def _still_open(scope: Scope, args: Mapping[str, Any]) -> bool:
    return "prompting" not in args or prompts.is_open(scope, args["prompting"])


def _still_collected(scope: Scope, args: Mapping[str, Any]) -> bool:
    return roundups.is_collected(scope, args["prompting"])


@dialogue("prompt", purpose="solicitation", still=_still_open)
async def prompt(chat: Chat) -> None:
    asked = await chat.once("asked", prompts.read, chat.args.get("prompting"))
    if asked is None:
        return await chat.say(Text("prompt-none"))
    if asked.final:
        return await chat.say(Text("prompt-final"))
    wish = await chat.choose("wish", Text("prompt", words=asked.words), WISHES)
    if wish == "leave":
        await chat.once("leave", choices.leave, asked.run_id)
        return await chat.say(Text("prompt-left"))
    if wish == "not-now":
        return await chat.say(Text("prompt-next-time"))
    words = await chat.ask("words", Text("prompt-your-words"), read=_short(MOST_ANSWER))
    shared = await chat.choose("shared", *how_far(asked))
    await chat.once("keep", prompts.answer, asked.id, words, shared)
    return await chat.say(Text(f"prompt-kept-{shared}"))


WISHES = [
    Option(value="answer", label=Text("prompt-answer"), style="primary"),
    Option(value="not-now", label=Text("prompt-not-now")),
    Option(value="leave", label=Text("prompt-leave")),
]


@preview("prompt")
def questions(scope: Scope, plan: Plan) -> list[Sample]:
    """The question that comes next: aloud in a channel, or to each kind of person."""
    settings = PromptSettings.model_validate(plan.settings)
    put = prompts.following(scope, None, settings)
    community = scope.db.get_one(Community, scope.community_id)
    if plan.place_id is not None:
        locale = settings.language or community.locale
        words = prompts.words_for(put, locale, _names(scope, plan))
        words = prompts.filled(words, name="", community=community.name)
        return [Sample.of("", locale, Text("prompt-aloud", words=words))]
    name = members.me(scope).name if scope.actor_id is not None else "Zoé"
    found = []
    for who, locale in kinds_of_people(scope, _by_text(scope, plan, put)):
        words = prompts.words_for(put, settings.language or locale, [who])
        words = prompts.filled(words, name=name, community=community.name)
        found.append(Sample.of(who, locale, Text("prompt", words=words), WISHES))
    return found


def _by_text(scope: Scope, plan: Plan, put: Prompt) -> Plan:
    """The plan as it is shown: for everyone, and apart for each group that reads other words."""
    if plan.audience:
        return plan
    own = [each.id or 0 for each in groups.listed(scope) if prompts.has_own_text(put, each.name)]
    return replace(plan, audience=(EVERYBODY, *own))


def _names(scope: Scope, plan: Plan) -> list[str]:
    return [each.name for each in groups.listed(scope) if each.id in plan.audience]


def how_far(asked: Asked) -> tuple[Text, list[Option]]:
    """The question how far an answer may go; without a name only where that can be kept."""
    ways = ("named", "unnamed", "team") if asked.unnamed else ("named", "team")
    question = Text("prompt-share-unsigned", least=LEAST) if asked.unnamed else Text("prompt-share")
    return question, [Option(value=each, label=Text(f"prompt-share-{each}")) for each in ways]


def _short(most: int) -> Any:
    def read(words: str) -> str:
        if len(words) > most:
            raise NotUnderstood(Text("ritual-wrong-too-long", most=most, length=len(words)))
        return readers.story(words)

    return read


@dialogue("prompt-in-channel", purpose="notice", alone=False)
async def prompt_in_channel(chat: Chat) -> None:
    prompting = chat.args["prompting"]
    words = await chat.once("words", prompts.read_aloud, prompting)
    locale = await chat.once("language", prompts.language_aloud, prompting)
    thread = thread_answers.thread(prompting)
    await chat.say(Text("prompt-aloud", words=words), locale=locale, thread=thread)


def _still_asked(scope: Scope, args: Mapping[str, Any]) -> bool:
    return thread_answers.is_asked(scope, args["prompting"])


@dialogue(thread_answers.QUESTION, purpose="solicitation", still=_still_asked)
async def prompt_thread(chat: Chat) -> None:
    prompting = chat.args["prompting"]
    noted = await chat.once("noted", thread_answers.noted, prompting)
    if not noted.words:
        await chat.once("too-long", thread_answers.keep_back, prompting)
        return await chat.say(Text("prompt-thread-long", most=MOST_ANSWER))
    wish = await chat.choose("wish", *may_go_further(noted))
    if wish in {"no", "leave"}:
        await chat.once("keep-back", thread_answers.keep_back, prompting)
        return await _left_alone(chat, wish, noted.run_id)
    await chat.once("keep", prompts.answer, prompting, noted.words, wish)
    return await chat.say(Text(f"prompt-kept-{wish}"))


async def _left_alone(chat: Chat, wish: str, run_id: int) -> None:
    if wish == "no":
        return await chat.say(Text("prompt-thread-no"))
    await chat.once("leave", choices.leave, run_id)
    return await chat.say(Text("prompt-left"))


def may_go_further(noted: Noted) -> tuple[Text, list[Option]]:
    """The question about an answer in a thread; without a name only where that can be kept."""
    if noted.unnamed:
        question = Text("prompt-thread-unsigned", words=noted.words, least=LEAST)
    else:
        question = Text("prompt-thread", words=noted.words)
    ways = ("named", "unnamed", "no") if noted.unnamed else ("named", "no")
    options = [Option(value=each, label=Text(f"prompt-thread-as-{each}")) for each in ways]
    return question, [*options, Option(value="leave", label=Text("prompt-leave"))]


@dialogue("roundup-reminder", purpose="notice", still=_still_collected, closes=("roundup",))
async def roundup_reminder(chat: Chat) -> None:
    await chat.say(Text("roundup-waits"))
    await roundup(chat)


@dialogue("roundup-closed", purpose="notice", closes=roundups.ROUNDUPS)
async def roundup_closed(chat: Chat) -> None:
    await chat.say(Text("roundup-closed"))


@dialogue("roundup", purpose="notice", still=_still_collected)
async def roundup(chat: Chat) -> None:
    prompting = chat.args["prompting"]
    given = await chat.once("given", roundups.answers, prompting)
    shared = [each for each in given if each.for_all]
    for_team = [each for each in given if not each.for_all]
    if for_team:
        await chat.say(Text("roundup-for-team", lines=Lines([_line(each) for each in for_team])))
    if not shared:
        await chat.once("nothing", roundups.drop, prompting)
        return await chat.say(Text("roundup-nothing"))
    question = Text("roundup", lines=Lines([_line(each) for each in shared]))
    options = [
        Option(value="post", label=Text("roundup-post-it"), style="primary"),
        Option(value="edit", label=Text("roundup-edit")),
        Option(value="drop", label=Text("roundup-drop")),
    ]
    wish = await chat.choose("wish", question, options)
    if wish == "drop":
        await chat.once("drop", roundups.drop, prompting)
        return await chat.say(Text("roundup-dropped"))
    words = _written(shared)
    if wish == "edit":
        words = await _edited(chat, words)
    await chat.once("post", roundups.post, prompting, words)
    return await chat.say(Text("roundup-posted"))


async def _edited(chat: Chat, words: str) -> str:
    """The text as an organiser wants it, one message after the other; any may stay as it is."""
    found = []
    for n, page in enumerate(pages(words), 1):
        name = "words" if n == 1 else f"words-{n}"
        question = Text("roundup-words", words=page)
        changed = await chat.ask_or_skip(
            name, question, skip=Text("roundup-keep"), read=readers.story
        )
        found.append(page if changed is None else changed)
    return "\n".join(found)


def pages(words: str, most: int = MOST_AT_ONCE) -> list[str]:
    """The words in messages of at most so many characters; a line is never torn."""
    found: list[str] = []
    for line in words.splitlines():
        if found and len(found[-1]) + len(line) < most:
            found[-1] += f"\n{line}"
        else:
            found.append(line)
    return found


def _line(answer: Answer) -> Text:
    if answer.name:
        return Text("roundup-line-named", words=answer.words, name=answer.name)
    return Text("roundup-line", words=answer.words)


def _written(shared: list[Answer]) -> str:
    """The round-up as it is posted unless it is edited: members' words, one below the other."""
    lines = (f"• {each.words} — {each.name}" if each.name else f"• {each.words}" for each in shared)
    return "\n".join(lines)


@dialogue("roundup-post", purpose="broadcast", alone=False)
async def roundup_post(chat: Chat) -> None:
    await _published(chat, "roundup-to-you")


@dialogue("roundup-in-channel", purpose="notice", alone=False)
async def roundup_in_channel(chat: Chat) -> None:
    locale = await chat.once("language", prompts.language_aloud, chat.args["prompting"])
    await _published(chat, "roundup-public", locale)


async def _published(chat: Chat, first: str, locale: str | None = None) -> None:
    words = await chat.once("words", roundups.posted, chat.args["prompting"])
    for n, page in enumerate(pages(words)):
        said = Text("roundup-more" if n else first, words=page)
        await chat.say(said, locale=locale)
