"""What Slack is given to draw, judged by Slack's own models; one golden file a kind and language.

After a wanted change: `python -m tests.connectors.slack.test_render` writes the files anew.
"""

from __future__ import annotations

from typing import Any

import pytest

from connectors.slack import render
from connectors.slack.words import escape, parts, plain
from conversations.outgoing import Outgoing
from conversations.questions import Card, Option, Question
from conversations.replay import Said
from tests.connectors.golden_files import Golden
from tests.connectors.samples import CASES as COMMON
from tests.connectors.samples import LOCALES, MANY, RUDE, about, asking, named, saying
from tests.fakes.slack_judge import message_is_right, view_is_right

LONG = "Une phrase assez longue pour compter. " * 20
"""Less than the thousand characters that Fluent takes in one argument."""


def of_many(count: int, *, many: bool = False) -> Outgoing:
    options = [Option(value=str(n), label=named(f"Choix {n}")) for n in range(count)]
    return asking(Question(name="q", text=about("x"), options=options, many=many), "fr")


def long_text(locale: str) -> Outgoing:
    card = Card(named("Nadia"), [about(LONG + "« Vraiment ? » Oui ! ")] * 17)
    return saying(Said(text=about("x"), card=card), locale)


CASES = COMMON | MANY | {"long": long_text}


def drawn(outgoing: Outgoing) -> Any:
    shown: list[Any] = render.messages(outgoing)
    if outgoing.fields:
        shown.append(render.window(outgoing))
    if upload := render.upload(outgoing):
        shown += [upload, render.refused(outgoing)]
    return shown


GOLDEN = Golden(__file__, CASES, drawn)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("name", CASES)
def test_a_message_looks_as_it_always_did(name: str, locale: str) -> None:
    GOLDEN.check(name, locale)


def test_no_golden_file_is_left_over() -> None:
    GOLDEN.check_all_are_wanted()


@pytest.mark.parametrize("name", CASES)
def test_slack_takes_every_message(name: str) -> None:
    outgoing = CASES[name]("fr")
    for message in render.messages(outgoing):
        message_is_right(message)
    if outgoing.fields:
        view_is_right(render.window(outgoing))


@pytest.mark.parametrize("many", [False, True])
@pytest.mark.parametrize("count", [1, 2, 5, 10, 11, 25, 100, 101, 300])
def test_any_number_of_choices_can_be_shown(count: int, *, many: bool) -> None:
    for message in render.messages(of_many(count, many=many)):
        message_is_right(message)


@pytest.mark.parametrize(
    ("count", "many", "kinds"),
    [
        (5, False, ["button"] * 5),
        (25, False, ["static_select"]),
        (5, True, ["checkboxes", "button"]),
        (25, True, ["multi_static_select", "button"]),
    ],
)
def test_choices_take_the_shape_that_fits(count: int, *, many: bool, kinds: list[str]) -> None:
    blocks = render.messages(of_many(count, many=many))[-1]["blocks"]
    assert [each["type"] for each in blocks[-1]["elements"]] == kinds


def test_more_choices_than_a_menu_holds_are_numbered_to_be_typed() -> None:
    [message] = render.messages(of_many(101))
    assert "101. *Choix 100" in "".join(each["text"]["text"] for each in message["blocks"])


def test_a_label_that_a_button_cuts_is_written_out() -> None:
    option = Option(value="1", label=named("très " * 40 + "long"))
    [message] = render.messages(asking(Question(name="q", text=about("x"), options=[option]), "fr"))
    message_is_right(message)
    assert "très long" in message["blocks"][1]["text"]["text"]


@pytest.mark.parametrize("times", [1, 9, 40])
def test_a_long_text_comes_in_parts_that_end_with_a_sentence(times: int) -> None:
    card = Card(named("Nadia"), [about(LONG)] * times)
    messages = render.messages(saying(Said(text=about("x"), card=card), "fr"))
    sections = [each["text"]["text"] for message in messages for each in message["blocks"]]
    for message in messages:
        message_is_right(message)
    assert all(each.endswith((".", "b")) for each in sections), "a, b ends the sentence around it"
    assert " ".join(sections).count("Une phrase assez longue") == 20 * times


def test_what_has_no_sentence_is_cut_but_not_within_an_escape() -> None:
    whole = "x" * 8 + "&amp;" * 10
    cut = list(parts(whole, 10))
    assert "".join(cut) == whole
    assert max(map(len, cut)) <= 10
    assert all(each.count("&") == each.count(";") for each in cut)


def test_the_number_of_a_choice_stays_with_it() -> None:
    numbered = "\n".join(f"{n}. *Nadia*" for n in range(1, 100))
    for part in parts(numbered, 200):
        assert part[0].isdigit()
        assert part.endswith("*")


def test_a_text_of_the_allowed_length_stays_whole() -> None:
    assert list(parts("Un. Deux.", 9)) == ["Un. Deux."]
    assert list(parts("Un. Deux.", 8)) == ["Un.", "Deux."]


def test_nothing_that_a_person_wrote_is_live() -> None:
    [message] = render.messages(CASES["rude-words"]("fr"))
    parsed = [each["text"]["text"] for each in message["blocks"] if each["type"] == "section"]
    assert not {"<", ">"} & set("".join([message["text"], *parsed]))
    assert "&lt;!channel&gt;" in message["text"]


@pytest.mark.parametrize(
    ("sent", "seen"),
    [
        ("a &lt;b&gt; &amp;amp; c", "a <b> &amp; c"),
        ("<@U1|ada> et <@U2>", "ada et @U2"),
        ("<#C1|general> <!here> <!subteam^S1|@équipe>", "#general @here @équipe"),
        (
            "<https://a.example/?x=1&amp;y=2|ici> <https://b.example>",
            "ici (https://a.example/?x=1&y=2) https://b.example",
        ),
        ("<mailto:a@b.example|a@b.example>", "a@b.example"),
        ("<mailto:a@b.example|moi>", "moi (a@b.example)"),
        (
            "<http://b.example|b.example> <tel:0612345678|06 12 34 56 78>",
            "b.example 06 12 34 56 78",
        ),
        ("<https://a.example/b.example|b.example>", "b.example (https://a.example/b.example)"),
    ],
)
def test_what_people_write_is_read_as_they_saw_it(sent: str, seen: str) -> None:
    assert plain(sent) == seen


def test_rude_words_come_back_as_they_were() -> None:
    assert plain(escape(RUDE)) == RUDE


if __name__ == "__main__":
    GOLDEN.write_anew()
