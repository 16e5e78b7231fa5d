"""What Discord is given to show: one golden file for each kind of message and language.

After a wanted change: `python -m tests.connectors.discord.test_render` writes the files anew; read
them.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.discord.marks import Mark, read
from connectors.discord.render import messages
from connectors.discord.words import cut, escape, parts
from conversations.outgoing import Outgoing
from conversations.questions import Option, Question
from tests.connectors.golden_files import Golden
from tests.connectors.samples import CASES as COMMON
from tests.connectors.samples import LOCALES, MANY, RUDE, about, asking, choosing, named, rude_words
from tests.fakes.discord_spec import judge, needs_spec

SPACE = "1284530017263091712"
MESSAGES = "/channels/1/messages"


def long_text(locale: str) -> Outgoing:
    words = about("Une phrase qui parle d’un budget, puis d’un autre. " * 20)
    options = [Option(value=str(n), label=named("N"), description=words) for n in range(5)]
    return asking(Question(name="q", text=about("un budget"), options=options), locale)


CASES = COMMON | MANY | {"long": long_text}


def drawn(outgoing: Outgoing) -> Any:
    return messages(outgoing, SPACE)


GOLDEN = Golden(__file__, CASES, drawn)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("name", CASES)
def test_a_message_looks_as_it_always_did(name: str, locale: str) -> None:
    GOLDEN.check(name, locale)


def test_no_golden_file_is_left_over() -> None:
    GOLDEN.check_all_are_wanted()


@needs_spec
@pytest.mark.parametrize("direct", [True, False])
@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("name", CASES)
def test_discord_takes_every_message(name: str, locale: str, direct: bool) -> None:
    for body in messages(CASES[name](locale), SPACE, direct=direct):
        judge("POST", MESSAGES, body)


def test_every_option_can_be_chosen_exactly_once() -> None:
    for count in (2, 5, 10, 25, 100, 125):
        outgoing = choosing(count)("fr")
        *_, last = messages(outgoing, SPACE)
        chosen = [action for row in last["components"] for action in _actions(row)]
        assert chosen == [outgoing.action(n) for n in range(count)]


def _actions(row: dict[str, Any]) -> list[str]:
    found = []
    for each in row["components"]:
        mark = read(each["custom_id"])
        assert mark is not None
        if mark.does == "press":
            found.append(mark.action)
        found += [mark.action_of(int(option["value"])) for option in each.get("options", ())]
    return found


def test_more_options_than_menus_hold_are_numbered() -> None:
    bodies = messages(choosing(200)("fr"), SPACE)
    told = "\n".join(body["content"] for body in bodies)
    assert re.findall(r"^(\d+)\. ", told, re.MULTILINE) == [str(n) for n in range(1, 201)]
    assert all("components" not in body for body in bodies)


def test_nobody_is_called_and_nothing_of_a_person_is_live() -> None:
    (body,) = messages(rude_words("fr"), SPACE)
    told = json.dumps([body["content"], body["embeds"]])
    assert body["allowed_mentions"] == {"parse": []}
    assert "@everyone" not in told
    assert "http://" not in told
    assert "**gras**" not in told


@pytest.mark.parametrize(
    "live",
    ["@everyone", "@here", "<@123456789012345678>", "<@&12>", "<#12>", "<:wave:12>", "<t:0:R>",
     "**a**", "__a__", "~~a~~", "`a`", "||a||", "# a", "> a", "- a", "-# a", "[a](https://b.example)",
     "https://b.example/c", "discord.gg/abc", "1. a", "a\n## b"],
)  # fmt: skip
def test_what_would_be_live_on_discord_is_not(live: str) -> None:
    assert not re.search(rf"(?<!\\){re.escape(live)}", escape(live))


@given(st.text())
def test_escaped_words_read_as_they_were_written(words: str) -> None:
    plain = words.replace("\N{ZERO WIDTH SPACE}", "")
    seen = re.sub(r"\\([^0-9A-Za-z\s])", r"\1", escape(plain).replace("\N{ZERO WIDTH SPACE}", ""))
    assert seen == plain


@given(st.text(alphabet="a. \n\\*é", max_size=300), st.integers(2, 50))
def test_parts_fit_and_lose_no_words(words: str, most: int) -> None:
    found = parts(words, most)
    assert all(len(part) <= most for part in found)
    assert "".join("".join(found).split()) == "".join(words.split())


def test_a_long_text_ends_where_a_sentence_does() -> None:
    *before, _ = messages(long_text("fr"), SPACE)
    assert before
    assert all(body["content"].endswith(".") for body in before)


@given(st.text(min_size=1), st.integers(1, 100))
def test_a_label_is_never_longer_than_allowed(words: str, most: int) -> None:
    assert len(cut(words, most)) <= most


def test_a_mark_says_what_it_belongs_to() -> None:
    outgoing = choosing(2)("fr")
    mark = Mark.of("press", outgoing, SPACE, 1)
    assert len(str(mark)) <= 100
    assert read(str(mark)) == mark
    assert mark.action == outgoing.action(1)


@pytest.mark.parametrize(
    "custom_id", ["", "p", "p.1.2", "x.1.2.v1:t", "p.a.2.v1:t", "p.1.b.v1:t", "p.1.2.", "p.²..t"]
)
def test_what_is_not_ours_is_not_read(custom_id: str) -> None:
    assert read(custom_id) is None


def test_the_rude_words_are_on_the_button_as_they_are() -> None:
    (body,) = messages(rude_words("fr"), SPACE)
    label = body["components"][0]["components"][0]["label"]
    assert RUDE[:40] in label
    assert len(label) <= 80


def test_where_nothing_typed_is_read_what_is_no_question_says_what_is() -> None:
    statement = Outgoing(text=about("un budget"), locale="fr", zone="UTC")
    [beside] = messages(statement, SPACE, direct=False)
    assert beside["content"].endswith("m’arrive en message privé.")
    assert "privé" not in messages(statement, SPACE)[0]["content"]
    [question] = messages(replace(statement, token="t"), SPACE, direct=False)
    assert "privé" not in question["content"], "it has the button to answer with"


if __name__ == "__main__":
    GOLDEN.write_anew()
