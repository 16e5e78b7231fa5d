"""What somebody writes first: it is kept until they are welcomed, or done at once."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import select

from storage.database import reading
from storage.tables import Member, table
from tests.connectors.whatsapp.conftest import AWA, ZOE, Here

members = table(Member)
CODE = re.compile(r"/relier ([\w-]+)")


def names(here: Here) -> list[str]:
    with reading(here.app.database) as connection:
        return list(connection.execute(select(members.c.name).order_by(members.c.id)).scalars())


async def is_welcomed(here: Here, name: str = "Zoé Martin") -> None:
    await here.taps(ZOE, "Français")
    await here.taps(ZOE, 0)
    await here.taps(ZOE, 0)
    await here.says(ZOE, name)
    for _ in range(4):
        await here.says(ZOE, "passer")
    await here.taps(ZOE, 0)


@pytest.mark.parametrize("command", ["/relier", "/link", "relier", "mon code est", ""])
async def test_a_code_from_a_new_phone_is_taken_at_once(here: Here, command: str) -> None:
    here.twice = True
    await here.says(AWA, "/relier")
    code = CODE.search(here.last(AWA).body)
    assert code is not None
    await here.says(ZOE, f"{command} {code[1]}".strip())
    assert "Awa Diop" in here.last(ZOE).body
    await here.taps(ZOE, 0)
    await here.says(ZOE, "/profil")
    assert any("Awa Diop" in each and "comptabilité" in each for each in here.heard(ZOE))


async def test_who_has_chosen_no_language_is_answered_in_that_of_the_command(here: Here) -> None:
    await here.says(ZOE, "/link")
    assert here.last(ZOE).body.startswith("What is your code?")
    await here.says("whatsapp:+33600000009", "/relier")
    assert here.last("whatsapp:+33600000009").body.startswith("Quel est votre code")


@pytest.mark.parametrize(
    "words", ["Bonjour, qui peut m’aider en comptabilité ?", "/demander comptabilité"]
)
async def test_a_need_that_came_first_is_answered_after_the_welcome(here: Here, words: str) -> None:
    here.twice = True
    await here.says(ZOE, words)
    assert here.last(ZOE).titles() == ["English", "Français"]
    await is_welcomed(here)
    assert "vous êtes des nôtres" in here.heard(ZOE)[-2]
    assert "Awa Diop" in here.last(ZOE).titles()


@pytest.mark.parametrize("words", ["Bonjour", "👋", "aide"])
async def test_after_a_mere_greeting_something_to_begin_with_is_proposed(
    here: Here, words: str
) -> None:
    await here.says(ZOE, words)
    await is_welcomed(here)
    assert "C’est prêt" in here.last(ZOE).body


@pytest.mark.parametrize(
    ("sent", "kept"), [("\u202eadwA", "adwA"), ("Zoé\u2066", "Zoé"), ("Zo\u0000é", "Zoé")]
)
async def test_a_name_turns_no_sentence_around(here: Here, sent: str, kept: str) -> None:
    await here.says(ZOE, "bonjour", ProfileName=sent)
    assert names(here)[-1] == kept
    await is_welcomed(here, sent)
    assert names(here)[-1] == kept


@pytest.mark.parametrize("name", ["\u3164", "\u200b", "\u2060\u2060"])
async def test_a_name_of_which_nothing_can_be_seen_is_none(here: Here, name: str) -> None:
    await here.says(ZOE, "bonjour", ProfileName=name)
    await here.taps(ZOE, "Français")
    await here.taps(ZOE, 0)
    await here.taps(ZOE, 0)
    await here.says(ZOE, name)
    assert names(here)[-1] == ""
    await here.says(ZOE, "Zoé")
    assert names(here)[-1] in {"", "Zoé"}


async def test_a_missed_name_is_cleaned_too(here: Here) -> None:
    await here.says(ZOE, "bonjour")
    for _ in range(3):
        await here.taps(ZOE, -1 if here.last(ZOE).titles()[0] == "English" else 0)
    here.twilio.inbound(ZOE, "\u202eadwA")
    await here.connector.compare(here.clock.now())
    await here.settle()
    assert "adwA" in here.last(ZOE).body
    assert "\u202e" not in "".join(here.heard(ZOE))
