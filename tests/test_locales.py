"""The languages: complete, used, well typeset, and every message can be said."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import ast as ftl
from fluent.syntax import parse
from fluent.syntax.visitor import Visitor

from conversations.commands import COMMANDS
from conversations.language import keys, locales, render
from conversations.texts import Argument, Text

ROOT = Path(__file__).parent.parent
ROOMS = ("bot", "connectors", "conversations", "community", "scheduler", "storage", "dashboard")
LANGUAGES = ("fr", "en")
SPEAKING = {"Text", "words", "_words", "_note", "fail"}
"""Functions whose first argument is a message's name."""
PLACE = "\N{REPLACEMENT CHARACTER}"
"""Stands where an argument will be."""
NARROW, WIDE = "\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}"


class _Variables(Visitor):
    """The arguments that a message takes, and which of them are counted."""

    def __init__(self) -> None:
        self.names: set[str] = set()
        self.counted: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802 - fluent's
        self.names.add(node.id.name)

    def visit_SelectExpression(self, node: ftl.SelectExpression) -> None:  # noqa: N802 - fluent's
        if isinstance(node.selector, ftl.VariableReference):
            self.counted.add(node.selector.id.name)
        self.generic_visit(node)


@cache
def entries(locale: str) -> dict[str, ftl.Message]:
    """The messages of a language; fails for what can't be read and for names used twice."""
    found: dict[str, ftl.Message] = {}
    for file in sorted((ROOT / "locales" / locale).glob("*.ftl")):
        for entry in parse(file.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, ftl.Junk), f"{file.name}: {entry.content}"
            if isinstance(entry, ftl.Message):
                assert entry.id.name not in found, f"{file.name}: {entry.id.name} is there twice"
                found[entry.id.name] = entry
    return found


def variables(locale: str, key: str) -> _Variables:
    seen = _Variables()
    seen.visit(entries(locale)[key])
    return seen


def wordings(pattern: ftl.Pattern) -> list[str]:
    """Every wording of a pattern, with its arguments as one sign."""
    whole = [""]
    for element in pattern.elements:
        parts = [PLACE]
        if isinstance(element, ftl.TextElement):
            parts = [str(element.value)]
        elif isinstance(element.expression, ftl.SelectExpression):
            parts = [each for variant in element.expression.variants
                     for each in wordings(variant.value)]  # fmt: skip
        whole = [begun + part for begun in whole for part in parts]
    return whole


def lines(locale: str, key: str) -> set[str]:
    pattern = entries(locale)[key].value
    assert pattern is not None, f"{key} says nothing"
    return {line for words in wordings(pattern) for line in words.splitlines()}


def own_lines(locale: str, key: str) -> set[str]:
    """The lines in the language itself: a greeting may repeat a line in another one."""
    others = set(LANGUAGES) - {locale}
    return lines(locale, key).difference(*(lines(other, key) for other in others))


def test_these_are_the_languages() -> None:
    assert set(locales()) == set(LANGUAGES)


def test_every_message_is_in_every_language() -> None:
    assert set(entries("fr")) ^ set(entries("en")) == set()
    assert set(entries("fr")) == keys("fr")


def test_every_message_takes_the_same_arguments_in_every_language() -> None:
    taken = {locale: {key: variables(locale, key).names for key in entries(locale)}
             for locale in LANGUAGES}  # fmt: skip
    differing = [key for key in taken["fr"] if taken["fr"][key] != taken["en"].get(key)]
    assert differing == []


# What the code says


def code_files() -> Iterator[Path]:
    for room in ROOMS:
        yield from (ROOT / room).rglob("*.py")


@cache
def trees() -> Sequence[ast.Module]:
    return [ast.parse(file.read_text(encoding="utf-8")) for file in code_files()]


@cache
def constants() -> frozenset[str]:
    """Every string in the code, and every language's name."""
    nodes = (node for tree in trees() for node in ast.walk(tree))
    found = {node.value for node in nodes if isinstance(node, ast.Constant)}
    return frozenset({each for each in found if isinstance(each, str)} | set(LANGUAGES))


def first_arguments() -> Iterator[ast.expr]:
    for tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and node.args and _name(node.func) in SPEAKING:
                yield node.args[0]


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


@cache
def shapes() -> list[re.Pattern[str]]:
    """What f-strings make of messages' names: `f"card-{kind}"` is card-(…)."""
    made = (node for node in first_arguments() if isinstance(node, ast.JoinedStr))
    return [re.compile("".join(_shape(part) for part in node.values)) for node in made]


def _shape(part: ast.expr) -> str:
    return re.escape(str(part.value)) if isinstance(part, ast.Constant) else "(.+)"


@cache
def page_words() -> frozenset[str]:
    """Every quoted word of the local page's files."""
    files = [file for file in (ROOT / "connectors" / "local" / "page").rglob("*")
             if file.suffix in {".js", ".html"}]  # fmt: skip
    return frozenset(
        word for file in files
        for quote in "\"'`"
        for word in re.findall(f"{quote}([^{quote}\n]*){quote}", file.read_text(encoding="utf-8"))
    )  # fmt: skip


def used_on_the_page(key: str) -> bool:
    name = key.removeprefix("page-")
    shaped = (word.split("${")[0] for word in page_words() if re.search(r"-\$\{", word))
    return name in page_words() or any(
        name.startswith(prefix) and name.removeprefix(prefix) in constants() for prefix in shaped
    )


def used(key: str) -> bool:
    if key.startswith("page-"):
        return used_on_the_page(key)
    fitting = filter(None, (shape.fullmatch(key) for shape in shapes()))
    return key in constants() or any(set(fit.groups()) <= constants() for fit in fitting)


def test_every_message_is_used_somewhere() -> None:
    assert [key for key in entries("fr") if not used(key)] == [], "remove it from every language"


def test_every_message_that_the_code_names_exists() -> None:
    named = {node.value for node in first_arguments() if isinstance(node, ast.Constant)}
    assert len(named) > 100
    assert {each for each in named if each not in entries("fr")} == set()


def test_every_word_that_the_page_names_exists() -> None:
    files = (ROOT / "connectors" / "local" / "page").rglob("*")
    whole = "".join(file.read_text(encoding="utf-8") for file in files
                    if file.suffix in {".js", ".html"})  # fmt: skip
    named = re.findall(r"data-(?:text|label|placeholder)\"?[=:] ?\"([\w-]+)\"", whole)
    named += re.findall(r"\btext\(\"([\w-]+)\"\)", whole)
    assert len(named) > 20
    assert {f"page-{each}" for each in named} - set(entries("fr")) == set()


# How it is written


def badly(shape: str, written: Iterable[str]) -> list[str]:
    """The lines in which something is written as it should not be."""
    return [line for line in written if re.search(shape, line)]


def all_lines(locale: str, which: Callable[[str, str], set[str]]) -> list[str]:
    return [line for key in entries(locale) for line in which(locale, key)]


@pytest.mark.parametrize(
    "shape",
    [rf"(?<![{NARROW}{WIDE}?!…])[?!;]", rf"(?<![{NARROW}{WIDE}]):(?![\w/])", rf"«(?!{WIDE})",
     rf"(?<!{WIDE})»"],
    ids=["marks", "colons", "opening", "closing"],
)  # fmt: skip
def test_french_keeps_its_punctuation_together(shape: str) -> None:
    prose = [line.replace("Content-Type: ", "") for line in all_lines("fr", own_lines)]
    assert badly(shape, prose) == []


@pytest.mark.parametrize("shape", [rf"[«»{NARROW}]", rf"[ {WIDE}][?!;](?!\w)"])
def test_english_has_no_french_spaces_and_marks(shape: str) -> None:
    assert badly(shape, all_lines("en", own_lines)) == []


@pytest.mark.parametrize("locale", LANGUAGES)
@pytest.mark.parametrize("shape", ["'", '"', r"\.\.\.", "  ", "^ | $"])
def test_nothing_is_typed_as_on_a_typewriter(shape: str, locale: str) -> None:
    assert badly(shape, all_lines(locale, lines)) == []


# That it can be said


def plausible(locale: str, key: str, number: int) -> dict[str, Argument]:
    """Arguments as they might come."""
    seen = variables(locale, key)
    moments = {"at", "until", "since"}
    return {
        name: number if name in seen.counted
        else datetime(2027, 1, 15, 9, tzinfo=UTC) if name in moments
        else f"⟨{name}⟩"
        for name in seen.names
    }  # fmt: skip


@pytest.mark.parametrize("number", [0, 1, 2, 5, 1_000_000])
@pytest.mark.parametrize("locale", LANGUAGES)
def test_every_message_can_be_said(locale: str, number: int) -> None:
    for key in entries(locale):
        args = plausible(locale, key, number)
        said = render(Text(key, **args), locale, "Europe/Paris")
        assert said.strip(), key
        assert not re.search(r"[{}]|\$\w", said), said
        assert all(each in said for each in args.values() if isinstance(each, str)), said


@pytest.mark.parametrize("locale", LANGUAGES)
@pytest.mark.parametrize("name", ["cli-imported", "cli-would-import", "cli-exported",
                                  "cli-rejected", "doctor-locales-wrong", "doctor-shape-wrong",
                                  "doctor-failures", "doctor-stuck"])  # fmt: skip
def test_one_is_singular_and_many_are_plural(name: str, locale: str) -> None:
    def said(count: int) -> str:
        args = plausible(locale, name, count) | {"count": count}
        return render(Text(name, **args), locale).replace(str(count), "")

    assert said(1) != said(2)
    assert said(2) == said(7)
    assert (said(0) == said(1)) is (locale == "fr"), "zero is singular in French only"


_COMMAND = re.compile(r"(?<![\w/.{:-])/([a-z][a-z-]+)(?![\w/-]|\.\w)")


@pytest.mark.parametrize("locale", LANGUAGES)
def test_sentences_call_a_command_as_it_is_called_there(locale: str) -> None:
    own = {each.called(locale) for each in COMMANDS}
    other = {name for each in COMMANDS for name in (each.name, *map(each.called, LANGUAGES))} - own
    foreign = [
        (key, name)
        for key in entries(locale)
        if entries(locale)[key].value is not None
        for line in own_lines(locale, key)
        for name in _COMMAND.findall(line)
        if name in other
    ]
    assert foreign == []
