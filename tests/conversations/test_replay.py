"""The rules of replay: what a person meets when a dialogue changes under them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from community.members import Person
from community.scope import Scope
from conversations.chat import Chat
from conversations.questions import NotUnderstood, Option
from conversations.replay import (
    EndlessDialogue,
    ForeignAwait,
    Image,
    Journal,
    Link,
    NameUsedTwice,
    Outcome,
    play,
)  # fmt: skip
from conversations.texts import Text

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
Script = Callable[[Chat], Coroutine[Any, Any, None]]


class Talk:
    """A dialogue in memory: answers in, keys of texts out."""

    def __init__(self, script: Script) -> None:
        self.script = script
        self.journal = Journal()
        self.pending: str | None = None
        self.now = NOON
        self.last: Outcome | None = None

    def go(self) -> list[str]:
        """One pass; what is said, then the question with a `?`."""
        person = Person(1, "Zoé", "fr", "Europe/Paris")
        scope: Any = _NoDatabase(self.now)
        outcome = play(
            lambda replay: self.script(Chat(person, {}, scope, replay)), self.journal, self.now
        )
        self.last = outcome
        self.pending = outcome.question.name if outcome.question else None
        said = [each.text.key for each in outcome.spoken]
        if outcome.complaint:
            return [*said, f"!{outcome.complaint.key}"]
        return [*said, f"{self.pending}?"] if self.pending else said

    def answer(self, words: str) -> list[str]:
        """Answer the pending question."""
        assert self.pending
        self.journal.given[self.pending] = {"text": words, "chosen": [words], "values": {}}
        return self.go()

    def release(self, script: Script) -> None:
        """A new version of the dialogue, with people in the middle of it."""
        self.script = script


class _NoDatabase:
    def __init__(self, now: datetime) -> None:
        self.now = now


async def two_questions(chat: Chat) -> None:
    await chat.say(Text("hello"))
    first = await chat.ask("first", Text("q"))
    await chat.say(Text("thanks-for-first"))
    second = await chat.ask("second", Text("q"))
    await chat.say(Text("bye", first=first, second=second))


def test_texts_are_said_once_and_answers_come_back_by_name() -> None:
    talk = Talk(two_questions)
    assert talk.go() == ["hello", "first?"]
    assert talk.answer("a") == ["thanks-for-first", "second?"]
    assert talk.answer("b") == ["bye"]
    assert talk.last
    assert talk.last.ended
    assert dict(talk.last.spoken[0].text.args) == {"first": "a", "second": "b"}


def test_asking_again_says_nothing_twice() -> None:
    talk = Talk(two_questions)
    talk.go()
    talk.answer("a")
    assert talk.go() == ["second?"]


def test_an_inserted_question_is_asked_and_nothing_is_lost() -> None:
    async def inserted(chat: Chat) -> None:
        await chat.say(Text("hello"))
        await chat.ask("first", Text("q"))
        await chat.say(Text("thanks-for-first"))
        await chat.ask("between", Text("q"))
        await chat.say(Text("thanks-for-between"))
        await chat.ask("second", Text("q"))
        await chat.say(Text("bye"))

    talk = Talk(two_questions)
    talk.go()
    talk.answer("a")
    talk.release(inserted)
    assert talk.answer("b") == ["between?"], "the answer to `second` is kept for later"
    assert talk.answer("c") == ["thanks-for-between", "bye"]
    assert talk.journal.answers == {"first": "a", "second": "b", "between": "c"}


def test_a_question_inserted_before_answered_ones_does_not_repeat_them() -> None:
    async def inserted(chat: Chat) -> None:
        await chat.ask("zeroth", Text("q"))
        await two_questions(chat)

    talk = Talk(two_questions)
    talk.go()
    talk.answer("a")
    talk.release(inserted)
    assert talk.answer("b") == ["zeroth?"]
    assert talk.answer("z") == ["hello", "thanks-for-first", "bye"]


def test_reordered_questions_keep_their_answers() -> None:
    async def reordered(chat: Chat) -> None:
        await chat.ask("second", Text("q"))
        await chat.ask("first", Text("q"))
        await chat.say(Text("bye"))

    talk = Talk(two_questions)
    talk.go()
    talk.answer("a")
    talk.release(reordered)
    assert talk.answer("b") == ["bye"]
    assert talk.journal.answers == {"first": "a", "second": "b"}


def test_a_renamed_question_keeps_its_answer_when_its_old_name_is_told() -> None:
    async def renamed(chat: Chat) -> None:
        await chat.ask("premier", Text("q"), was=["first"])
        await chat.ask("deuxième", Text("q"), was=["second"])
        await chat.say(Text("bye"))

    talk = Talk(two_questions)
    talk.go()
    talk.answer("a")
    talk.release(renamed)
    assert talk.answer("b") == ["bye"]


def test_a_question_renamed_without_a_word_is_asked_anew() -> None:
    async def renamed(chat: Chat) -> None:
        await chat.ask("first", Text("q"))
        await chat.ask("other", Text("q"))
        await chat.say(Text("bye"))

    talk = Talk(two_questions)
    talk.go()
    talk.answer("a")
    talk.release(renamed)
    assert talk.answer("b") == ["other?"]
    assert talk.answer("c") == ["bye"]


def test_a_removed_question_that_was_pending_leaves_no_silence() -> None:
    async def removed(chat: Chat) -> None:
        await chat.say(Text("hello"))
        await chat.ask("first", Text("q"))
        await chat.say(Text("thanks-for-first"))
        await chat.say(Text("bye"))

    talk = Talk(two_questions)
    talk.go()
    talk.answer("a")
    talk.release(removed)
    assert talk.answer("b") == ["bye"], "what was said stays unsaid, what is new is said"


def test_a_name_used_twice_is_an_error_at_once() -> None:
    async def twice(chat: Chat) -> None:
        await chat.ask("same", Text("q"))
        await chat.ask("same", Text("q"))

    talk = Talk(twice)
    talk.go()
    with pytest.raises(NameUsedTwice, match="same"):
        talk.answer("a")


def test_a_loop_that_never_ends_is_an_error() -> None:
    async def endless(chat: Chat) -> None:
        while True:
            await chat.say(Text("again"))

    with pytest.raises(EndlessDialogue):
        Talk(endless).go()


def test_going_back_for_ever_is_an_error() -> None:
    async def back(chat: Chat) -> None:
        await chat.forget("nothing")

    with pytest.raises(EndlessDialogue):
        Talk(back).go()


@pytest.mark.parametrize("wait", [lambda: asyncio.sleep(0), lambda: asyncio.sleep(1)])
def test_awaiting_anything_else_is_refused(wait: Callable[[], Coroutine[Any, Any, None]]) -> None:
    async def foreign(chat: Chat) -> None:
        await wait()

    with pytest.raises((ForeignAwait, RuntimeError), match=r"event loop|chat"):
        Talk(foreign).go()


def test_an_answer_that_is_not_understood_is_asked_for_again() -> None:
    def number(words: str) -> int:
        if not words.isdecimal():
            raise NotUnderstood(Text("write-a-number"))
        return int(words)

    async def picky(chat: Chat) -> None:
        await chat.ask("age", Text("q"), read=number)
        await chat.say(Text("bye"))

    talk = Talk(picky)
    talk.go()
    assert talk.answer("many") == ["!write-a-number"]
    assert talk.answer("7") == ["bye"]
    assert talk.journal.answers == {"age": 7}


def test_going_back_asks_again_and_is_silent_until_the_answer() -> None:
    async def back(chat: Chat) -> None:
        await chat.say(Text("hello"))
        name = await chat.ask("name", Text("q"))
        await chat.say(Text("so-you-are"))
        if not await chat.confirm("right", Text("q")):
            await chat.forget("name", "right")
        await chat.say(Text("welcome", name=name))

    talk = Talk(back)
    assert talk.go() == ["hello", "name?"]
    assert talk.answer("Zoë") == ["so-you-are", "right?"]
    assert talk.answer("no") == ["name?"]
    assert talk.answer("Zoé") == ["so-you-are", "right?"]
    assert talk.answer("yes") == ["welcome"]


def test_an_effect_is_carried_out_once_and_keeps_its_type() -> None:
    calls: list[str] = []

    def effect(scope: Scope, word: str) -> list[Person]:
        calls.append(word)
        return [Person(7, word, "en", "UTC")]

    async def with_effect(chat: Chat) -> None:
        people = await chat.once("people", effect, "Awa")
        assert isinstance(people[0], Person)
        await chat.ask("first", Text("q", name=people[0].name))
        await chat.ask("second", Text("q"))

    talk = Talk(with_effect)
    talk.go()
    talk.answer("a")
    talk.answer("b")
    assert calls == ["Awa"]


def test_now_is_the_time_when_the_step_was_first_reached() -> None:
    seen: list[datetime] = []

    async def timed(chat: Chat) -> None:
        seen.append(await chat.now("start"))
        await chat.ask("first", Text("q"))

    talk = Talk(timed)
    talk.go()
    talk.now += timedelta(days=3)
    talk.answer("a")
    assert seen == [NOON, NOON]


def test_waiting_goes_on_when_the_time_has_come_and_not_before() -> None:
    async def patient(chat: Chat) -> None:
        await chat.say(Text("see-you"))
        await chat.wait("tomorrow", NOON + timedelta(days=1))
        await chat.say(Text("here-again"))

    talk = Talk(patient)
    assert talk.go() == ["see-you"]
    assert talk.last
    assert talk.last.until == NOON + timedelta(days=1)
    assert talk.go() == []
    talk.now += timedelta(days=1)
    assert talk.go() == ["here-again"]


def test_choices_forms_cards_and_pictures_come_through() -> None:
    async def rich(chat: Chat) -> None:
        await chat.say(
            Text("look"), link=Link("https://example.org", Text("l")),
            image=Image("https://example.org/a.png", Text("alt")), locale="en",
        )  # fmt: skip
        await chat.choose_many("many", Text("q"), [Option(value="a", label=Text("a"))])

    talk = Talk(rich)
    assert talk.go() == ["look", "many?"]
    assert talk.last
    assert talk.last.spoken[0].image
    assert talk.last.spoken[0].locale == "en"
    talk.journal.given["many"] = {"chosen": ["a"]}
    talk.go()
    assert talk.journal.answers == {"many": ["a"]}
