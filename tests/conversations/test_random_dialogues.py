"""Hypothesis plays dialogues that nobody would write, in every order, doubled and restarted.

Whatever happens on the way, the answers must be those of a plain run in memory.
"""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conversations.chat import Chat
from conversations.dialogue import Definition, Script
from conversations.questions import NotUnderstood, Option
from conversations.testing import Stage
from conversations.texts import Text

OPTIONS = [Option(value=each, label=Text("card-title", name=f"pick-{each}")) for each in "abc"]


@dataclass(frozen=True)
class Step:
    """One thing that a random dialogue does."""

    kind: str
    number: int


KINDS = ("say", "ask", "choose", "confirm", "optional", "once", "now", "wait", "picky")
STEPS = st.lists(st.sampled_from(KINDS), min_size=1, max_size=7).map(
    lambda kinds: [Step(kind, n) for n, kind in enumerate(kinds)]
)
WORDS = st.sampled_from(["un", "deux mots", "oui 3", "quatre", "x" * 50, "é"])


def script_of(steps: list[Step]) -> Script:
    """The dialogue that takes these steps and tells at the end all that it was told."""

    async def script(chat: Chat) -> None:
        got: list[str] = []
        for step in steps:
            got.append(f"{step.number}={await take(chat, step)}")
        await chat.say(Text("card-title", name=f"END {' '.join(got)}"))

    return script


async def take(chat: Chat, step: Step) -> Any:
    """One step of a random dialogue."""
    name, text = f"s{step.number}", Text("card-title", name=f"Q{step.number}")
    match step.kind:
        case "say":
            return await chat.say(Text("card-title", name=f"S{step.number}"))
        case "ask":
            return await chat.ask(name, text)
        case "picky":
            return await chat.ask(name, text, read=not_a_refusal)
        case "optional":
            return await chat.ask_or_skip(name, text)
        case "choose":
            return await chat.choose(name, text, OPTIONS)
        case "confirm":
            return await chat.confirm(name, text)
        case "once":
            return await chat.once(name, count_up, step.number)
        case "now":
            return (await chat.now(name)).tzinfo is not None
    return await chat.wait(name, await chat.now(f"{name}-from") + timedelta(hours=1))


def not_a_refusal(words: str) -> str:
    """A reader that is hard to please."""
    if words == "no":
        raise NotUnderstood(Text("read-day"))
    return words


def count_up(_scope: object, number: int) -> int:
    """An effect with a result."""
    return number * 7


def expected(steps: list[Step], words: list[str]) -> str:
    """What a plain run in memory ends with."""
    got: list[Any] = []
    given_ = iter(words)
    for step in steps:
        match step.kind:
            case "ask" | "picky":
                got.append(next(given_))
            case "optional":
                got.append(None if step.number % 2 else next(given_))
            case "choose":
                got.append("b")
            case "confirm":
                got.append(True)
            case "once":
                got.append(step.number * 7)
            case "now":
                got.append(True)
            case _:
                got.append(None)
    return "END " + " ".join(f"{n}={value}" for n, value in enumerate(got))


def live_through(stage: Stage, who: str, steps: list[Step], words: list[str]) -> str:
    """Answer every question of a dialogue; what it ends with."""
    given_ = iter(words)
    place = f"dm:{who}"
    for step in steps:
        match step.kind:
            case "ask":
                stage.says(who, next(given_))
            case "picky":
                stage.says(who, "no")
                stage.says(who, next(given_))
            case "optional":
                stage.taps(who, "Passer") if step.number % 2 else stage.says(who, next(given_))
            case "choose":
                stage.says(who, "2")
            case "confirm":
                stage.taps(who, "Oui")
            case "wait":
                stage.passes(timedelta(hours=1, seconds=1))
    return stage.spoken[place][-1].text


@settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@given(
    steps=STEPS, words=st.lists(WORDS, min_size=7, max_size=7), restarts=st.booleans(),
    twice=st.booleans(),
)  # fmt: skip
def test_random_dialogues_end_as_in_memory(
    sqlite_template: Path, steps: list[Step], words: list[str], restarts: bool, twice: bool
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "stage.db"
        shutil.copyfile(sqlite_template, file)
        stage = Stage(url=f"sqlite:///{file}", restarts=restarts, twice=twice)
        stage.registry = {"random": _definition(script_of(steps))}
        stage.member("Zoé")
        _start(stage, "Zoé")
        assert live_through(stage, "Zoé", steps, words) == expected(steps, words)
        _says_each_thing_once(stage, steps)
        stage.restart()


@settings(
    max_examples=10,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@given(order=st.permutations([0, 0, 1, 1, 2, 2]), restarts=st.booleans())
def test_the_order_in_which_people_speak_changes_nothing(
    sqlite_template: Path, order: list[int], restarts: bool
) -> None:
    steps = [Step("ask", 0), Step("choose", 1)]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "stage.db"
        shutil.copyfile(sqlite_template, file)
        stage = Stage(url=f"sqlite:///{file}", restarts=restarts, twice=True)
        stage.registry = {"random": _definition(script_of(steps))}
        for who in "ABC":
            stage.member(who)
            _start(stage, who)
        said = dict.fromkeys("ABC", 0)
        for who in ("ABC"[n] for n in order):
            stage.says(who, f"I am {who}" if not said[who] else "2")
            said[who] += 1
        for who in "ABC":
            assert stage.spoken[f"dm:{who}"][-1].text == f"END 0=I am {who} 1=b"
        stage.restart()


def _start(stage: Stage, who: str) -> None:
    stage.work(lambda scope: scope.notify(stage.id_of(who, scope), "random"))
    stage.settle()


def _says_each_thing_once(stage: Stage, steps: list[Step]) -> None:
    said = [heard.text for heard in stage.spoken["dm:Zoé"]]
    for step in steps:
        if step.kind == "say":
            assert said.count(f"S{step.number}") == 1


def _definition(script: Script) -> Definition:
    return Definition(
        name="random", script=script, purpose="notice", cancellable=True, alone=True, closes=()
    )
