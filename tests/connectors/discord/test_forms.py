"""Forms as windows of five fields, one after the other."""

from __future__ import annotations

import pytest

from connectors.discord import forms
from connectors.discord.marks import read
from conversations.outgoing import Outgoing
from conversations.questions import Field, Option, Question
from tests.connectors.discord.test_render import SPACE
from tests.connectors.samples import LOCALES, asking, named
from tests.fakes.discord_spec import judge, needs_spec

CALLBACK = "/interactions/1/token/callback"


def form(locale: str, count: int = 7) -> Outgoing:
    options = [Option(value=each, label=named(each)) for each in LOCALES]
    fields = [
        Field(name=f"f{n}", label=named(f"Champ {n}" * 9), hint=named("x" * 200), required=n == 0,
              kind="long" if n == 2 else "text", value="déjà" if n == 1 else "",
              options=options if n == 3 else ())
        for n in range(count)
    ]  # fmt: skip
    return asking(Question(name="q", text=named("Un formulaire"), fields=fields), locale)


def filled(outgoing: Outgoing, page: int, value: str) -> dict[str, str]:
    return {field.name: value for field in forms.pages(outgoing)[page]}


@needs_spec
@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("count", [1, 5, 6, 17])
def test_discord_takes_every_window_and_what_stands_between(locale: str, count: int) -> None:
    outgoing = form(locale, count)
    values: dict[str, str] = {}
    for page, fields in enumerate(forms.pages(outgoing)):
        window = forms.window(outgoing, SPACE, page)
        judge("POST", CALLBACK, {"type": 9, "data": window})
        longest = window["components"][-1]["component"]["max_length"]
        values |= {field.name: "é" * longest for field in fields}
        if page + 1 < len(forms.pages(outgoing)):
            judge(
                "POST", CALLBACK, {"type": 4, "data": forms.so_far(outgoing, SPACE, page, values)}
            )
    judge("POST", CALLBACK, {"type": 9, "data": forms.writing(outgoing, SPACE)})


def test_the_pages_before_come_back_with_the_message() -> None:
    outgoing = form("fr")
    values = filled(outgoing, 0, "a") | {"f4": ""}
    shown = forms.so_far(outgoing, SPACE, 0, values)
    embeds = [[each["value"] for each in embed["fields"]] for embed in shown["embeds"]]
    assert forms.earlier(outgoing, 1, embeds) == values | {"f5": "", "f6": ""}
    mark = read(shown["components"][0]["components"][0]["custom_id"])
    assert mark is not None
    assert (mark.does, mark.n) == ("fill", 1)


def test_what_does_not_fit_into_a_window_stays_as_it_is() -> None:
    long = Field(name="long", label=named("Long"), value="é" * 1001)
    short = Field(name="short", label=named("Court"), value="a")
    outgoing = asking(Question(name="q", text=named("x"), fields=[long, short]), "fr")
    assert forms.pages(outgoing) == [[short]]
    taken = forms.earlier(outgoing, 0, []) | forms.checked(outgoing, 0, {"short": "b"})
    assert taken == {"long": long.value, "short": "b"}


def test_what_a_window_holds_is_read_in_every_shape() -> None:
    components = [
        {"type": 18, "component": {"type": 4, "custom_id": "a", "value": "un"}},
        {"type": 18, "component": {"type": 3, "custom_id": "b", "values": ["fr"]}},
        {"type": 18, "component": {"type": 3, "custom_id": "c", "values": []}},
        {"type": 1, "components": [{"type": 4, "custom_id": "d", "value": "quatre"}]},
        {"type": 10, "content": "a text between"},
    ]
    assert forms.sent(components) == {"a": "un", "b": "fr", "c": "", "d": "quatre"}


def test_a_window_that_was_got_around_is_refused() -> None:
    outgoing = form("fr")
    with pytest.raises(forms.TooLong):
        forms.checked(outgoing, 0, {"f0": "é" * 5000})


def test_a_field_takes_no_more_than_its_own_limit() -> None:
    fields = [Field(name="f0", label=named("Nom"), most=80)]
    asked = asking(Question(name="q", text=named("Un formulaire"), fields=fields), "fr")
    kept = Outgoing.of(asked.payload())
    (label,) = forms.window(kept, SPACE, 0)["components"]
    assert label["component"]["max_length"] == 80
    with pytest.raises(forms.TooLong) as long:
        forms.checked(kept, 0, {"f0": "a" * 81})
    assert long.value.most == 80


def test_only_the_fields_of_the_page_are_taken() -> None:
    assert set(forms.checked(form("fr"), 1, {"f5": "a", "f0": "b", "role": "organiser"})) == {
        "f5", "f6",
    }  # fmt: skip
