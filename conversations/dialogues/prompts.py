"""The monthly prompt, as members answer it (P15)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import chain, count
from typing import Any

from community import choices, groups, members, prompts, roundups, thread_answers
from community.ballots import LEAST
from community.library import Prompt
from community.prompts import MOST_ANSWER, Asked, PromptSettings
from community.rituals import Plan
from community.scope import Scope
from community.thread_answers import Noted
from conversations import phrases, readers, small_talk
from conversations.answers import DROPPED, DROPS, TOLD
from conversations.chat import Chat
from conversations.dialogue import dialogue
from conversations.dialogues.asking import ask
from conversations.early_needs import asks_for_help, is_a_need
from conversations.previews import EVERYBODY, Sample, kinds_of_people, preview
from conversations.questions import NotUnderstood, Option
from conversations.sayings import says
from conversations.second_thoughts import asks_time
from conversations.texts import Text
from conversations.told import recounts
from storage.tables import Community


def _still_open(scope: Scope, args: Mapping[str, Any]) -> bool:
    return "prompting" not in args or prompts.is_open(scope, args["prompting"])


def _closed(_scope: Scope, _args: Mapping[str, Any]) -> Text:
    return Text("prompt-closed")


EXPLAINS = {
    "is_it_anonymous": "prompt-anonymous", **dict.fromkeys(small_talk.PUTS_OFF, "prompt-keeps"),
}  # fmt: skip
"""What is told where the question stands, by the lists of words that ask for it or put it off."""


@dialogue(
    prompts.QUESTION,
    purpose="solicitation",
    still=_still_open,
    goes_on=("shared",),
    late=_closed,
    explains=EXPLAINS,
)
async def prompt(chat: Chat) -> None:
    asked = await chat.once("asked", prompts.read, chat.args.get("prompting"))
    if asked is None:
        return await chat.say(Text("prompt-none"))
    if asked.final:
        return await chat.say(Text("prompt-final"))
    wish = await chat.choose_or_say("wish", *wishes(asked), read=answer, hears=(TOLD,))
    if wish == "leave":
        await chat.once("leave", choices.leave, asked.run_id)
        return await chat.say(Text("prompt-left"))
    if wish == "not-now":
        return await chat.say(Text("prompt-next-time"))
    words, typed = wish, wish not in {"answer", *FAR}
    if wish == "answer":
        words = await chat.ask("words", Text("prompt-your-words"), read=answer_or_none)
        if is_none(words):
            return await chat.say(Text("prompt-next-time"))
    if wish in FAR:
        words, shared = asked.mine, wish
    elif may_ask(words, chat.member.locale, typed=typed) and await is_need(chat, words):
        return await ask(replace(chat, args={"need": words}))
    else:
        words, shared = await told_how_far(chat, asked, words, shown=typed)
    if shared == DROPPED:
        return await chat.say(Text("prompt-dropped"))
    await chat.once("keep", prompts.answer, asked.id, words, shared)
    return await chat.say(Text(f"prompt-kept-{shared}"))


async def is_need(chat: Chat, words: str) -> bool:
    """Whether words that ask for help are no answer, but for somebody who can help."""
    return await chat.choose("sought", Text("prompt-or-ask", words=words), SOUGHT) == "ask"


def may_ask(words: str, locale: str, *, typed: bool) -> bool:
    """Whether words may be for somebody who can help: also those `typed` below the question that
    recount nothing."""
    if asks_for_help(words, locale):
        return True
    return typed and not recounts(words) and is_a_need(words, locale)


async def told_how_far(
    chat: Chat, asked: Asked, words: str, *, shown: bool = False
) -> tuple[str, str]:
    """The answer and how far it may go; what is written instead of that goes on with the answer or
    mends it, which is shown before it is kept, as are words that nobody had asked for yet."""
    question, options = how_far(asked)
    text = Text("prompt-share-told", words=words, question=question) if shown else question
    for n in count(1):
        name = "shared" if n == 1 else f"shared-{n}"
        read = short(max(MOST_ANSWER - len(words) - 1, 0))
        said = await chat.choose_or_say(name, text, options, read=read, hears=(TOLD, DROPPED))
        if said in FAR:
            return words, said
        if says(said, *DROPS):
            return words, DROPPED
        words, how = await mended(chat, n, words, said)
        text = Text(f"prompt-share-{how}", words=words, question=question)
    raise AssertionError("counting never ends")


async def mended(chat: Chat, n: int, words: str, said: str) -> tuple[str, str]:
    """An answer with what is `said` after it, or in its place where that puts it right; and how it
    is shown."""
    if says(said, "was_wrong"):
        return await chat.ask(f"words-{n}", Text("prompt-your-words"), read=answer), "told"
    instead = phrases.after(said, "meant_to_say")
    if instead and instead != " ".join(said.split()):
        return instead, "told"
    return f"{words}\n{said}", "more"


SOUGHT = [
    Option(value="answer", label=Text("prompt-is-answer"), style="primary"),
    Option(value="ask", label=Text("either-ask")),
]
WISHES = [
    Option(value="answer", label=Text("prompt-answer"), style="primary", said=("yes",)),
    Option(value="not-now", label=Text("prompt-not-now"), said=("no", "unable", "later", "skip")),
    Option(value="leave", label=Text("prompt-leave"), said=("no_more",)),
]


def wishes(asked: Asked) -> tuple[Text, list[Option]]:
    """The question; whoever has answered it sees how, and can change how far that goes."""
    if not asked.mine:
        return Text("prompt", words=asked.words), WISHES
    again = Option(value="answer", label=Text("prompt-again"), said=("mends",))
    far = [each for each in how_far(asked)[1] if each.value != asked.shared]
    return Text("prompt-mine", words=asked.words, mine=asked.mine), [again, *far, WISHES[-1]]


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
        aloud = Sample.of("", locale, Text("prompt-aloud", words=words))
        return [replace(aloud, shortcut="answer", threaded=True)]
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


FAR = {"named": ("named",), "unnamed": ("unnamed",), "team": ("team_only",)}
"""The lists of phrases that say how far an answer may go."""


def how_far(asked: Asked) -> tuple[Text, list[Option]]:
    """The question how far an answer may go; without a name only where that can be kept."""
    ways = ("named", "unnamed", "team") if asked.unnamed else ("named", "team")
    question = Text("prompt-share-unsigned", least=LEAST) if asked.unnamed else Text("prompt-share")
    return question, [
        Option(value=each, label=Text(f"prompt-share-{each}"), said=FAR[each]) for each in ways
    ]


def answer(words: str) -> str:
    """An answer; a yes, "wait", or how far one may go, is none yet."""
    if says(words, "yes", "no", *chain.from_iterable(FAR.values())) or asks_time(words):
        raise NotUnderstood(Text("prompt-no-answer"))
    return short(MOST_ANSWER)(words)


def answer_or_none(words: str) -> str:
    """An answer, or that there is to be none after all."""
    return words if is_none(words) else answer(words)


def is_none(words: str) -> bool:
    """Whether whoever wanted to answer says that they would rather not."""
    return says(words, "no", "never_mind", "later")


def short(most: int) -> Callable[[str], str]:
    """A reader for words of at most so many characters, which says how many were written."""

    def read(words: str) -> str:
        if len(words) > most:
            raise NotUnderstood(Text("ritual-wrong-too-long", most=most, length=len(words)))
        return readers.story(words)

    return read


@dialogue(roundups.UNFINISHED, purpose="broadcast", alone=False)
async def answer_unfinished(chat: Chat) -> None:
    await chat.say(Text("answer-unfinished"))


@dialogue("prompt-in-channel", purpose="notice", alone=False)
async def prompt_in_channel(chat: Chat) -> None:
    prompting = chat.args["prompting"]
    words = await chat.once("words", prompts.read_aloud, prompting)
    locale = await chat.once("language", prompts.language_aloud, prompting)
    thread = thread_answers.thread(prompting)
    aloud = Text("prompt-aloud", words=words)
    await chat.say(aloud, locale=locale, thread=thread, shortcut="answer")


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
    options = [
        Option(value=each, label=Text(f"prompt-thread-as-{each}"), said=FAR.get(each, ()))
        for each in ways
    ]
    return question, [*options, Option(value="leave", label=Text("prompt-leave"))]
