"""Operators give numbers out again: whoever has one now is not who had it."""

from __future__ import annotations

import pytest

from tests.connectors.whatsapp.conftest import AWA, BEN, ZOE, Here
from tests.connectors.whatsapp.test_people import people

BENS, STRANGERS, AWAS, RENEWED = (f"whatsapp:FR.{each}" for each in ("ben", "new", "awa", "awa2"))
NEW = "whatsapp:+33611111111"


@pytest.fixture
async def known(here: Here) -> Here:
    """Ben, an organiser, has written from his number and his id; that was months ago."""
    await here.says(BEN, "/cancel", ExternalUserId=BENS)
    await here.later(days=120)
    return here


async def test_a_stranger_with_a_members_old_number_is_a_newcomer(known: Here) -> None:
    """“Hello Ben Roy!”, and `/reports` and `/mydata` opened."""
    before = len(known.heard(BEN))
    for words in ("Bonjour", "/reports", "/mydata"):
        await known.says(BEN, words, ExternalUserId=STRANGERS)
    read = " ".join(known.heard(BEN)[before:])
    assert "Ben" not in read
    assert people(known, BENS) == ["ben"]
    assert people(known, BEN) == people(known, STRANGERS) != ["ben"]


async def test_what_waited_for_the_member_does_not_reach_the_stranger(known: Here) -> None:
    await known.welcome(ZOE, "Zoé", "le tricot")
    await known.says(ZOE, "/equipe un mot pour l’équipe")
    await known.says(BEN, "Bonjour", ExternalUserId=STRANGERS)
    assert "un mot pour l’équipe" not in " ".join(known.heard(BEN))


async def test_a_late_word_of_the_change_brings_the_member_back(known: Here) -> None:
    """It was the same person: only WhatsApp's message came after their own."""
    await known.says(BEN, "Hello", ExternalUserId=STRANGERS)
    words = f"User Ben changed from {BENS[9:]} to {STRANGERS[9:]}"
    await known.says(BEN, words, MessageType="system", ExternalUserId=BENS)
    await known.says(BEN, "/profile", ExternalUserId=STRANGERS)
    assert people(known, BEN, STRANGERS) == ["ben", "ben"]
    assert "Ben Roy" in " ".join(known.heard(BEN))


async def test_with_a_number_that_changed_a_new_id_is_no_stranger(here: Here) -> None:
    await here.says(AWA, "/cancel", ExternalUserId=AWAS)
    words = f"User Awa changed from {AWA[10:]} to {NEW[10:]}"
    await here.says(AWA, words, MessageType="system", ExternalUserId=AWAS)
    await here.says(NEW, "/profil", ExternalUserId=RENEWED)
    assert people(here, NEW, RENEWED) == ["awa", "awa"]
    await here.says(AWA, "bonjour", ExternalUserId=STRANGERS)
    assert people(here, AWA) == people(here, STRANGERS) != ["awa"]


async def test_of_two_members_with_numbers_neither_becomes_the_other(known: Here) -> None:
    """Ben now writes from the number that was Awa's; neither is told that they are one."""
    await known.says(AWA, "bonjour", ExternalUserId=BENS)
    assert people(known, BEN, AWA, BENS) == ["ben"] * 3
    read = known.heard(AWA) + known.heard(BEN)
    assert not [each for each in read if "profiles are now one" in each]


async def test_a_silence_does_not_come_with_the_number(known: Here) -> None:
    await known.says(BEN, "STOP", ExternalUserId=BENS)
    await known.says(BEN, "Bonjour", ExternalUserId=STRANGERS)
    assert known.last(BEN).titles() == ["English", "Français"]
