"""Somebody has another number, or another business-scoped id: WhatsApp tells of it itself."""

from __future__ import annotations

import pytest

from tests.connectors.whatsapp.conftest import AWA, BEN, Here
from tests.connectors.whatsapp.test_people import people
from tests.fakes.whatsapp import NUMBER

SCOPED, RENEWED = "whatsapp:FR.13491208655302741918", "whatsapp:FR.99991208655302741918"
NEW = "whatsapp:+33611111111"
IDS = f"User Awa changed from {SCOPED[9:]} to {RENEWED[9:]}"


async def told(here: Here, who: str, words: str, **fields: str) -> None:
    """WhatsApp's own message about somebody, which the list has, too."""
    await here.says(who, words, MessageType="system", **fields)
    await here.connector.compare(here.clock.now())


async def test_a_changed_number_does_not_lose_the_member(here: Here) -> None:
    new = "whatsapp:+33611111111"
    words = f"User A changed from {AWA[10:]} to {new[10:]}"
    await here.says(AWA, words, MessageType="system")
    await here.connector.compare(here.clock.now())
    assert here.heard(AWA) == []
    await here.says(new, "/profile")
    assert "Awa Diop" in " ".join(here.heard(new))
    assert people(here, AWA, new) == ["awa"]


async def test_a_changed_number_that_wrote_first_is_merged(here: Here) -> None:
    new = "whatsapp:+33611111111"
    await here.says(new, "bonjour")
    await here.says(AWA, f"changed from {AWA[10:]} to {new[10:]}", MessageType="system")
    await here.says(new, "/profile")
    assert "Awa Diop" in " ".join(here.heard(new))


async def test_words_about_a_changed_number_change_nothing(here: Here) -> None:
    await here.says(BEN, f"User A changed from {AWA[10:]} to {BEN[10:]}")
    assert people(here, AWA, BEN) == ["awa", "ben"]


async def test_a_changed_id_is_no_number(here: Here) -> None:
    """Its digits are nobody's telephone number, and nothing is ever sent there."""
    await here.says(AWA, "/cancel", ExternalUserId=SCOPED)
    await told(here, AWA, IDS, ExternalUserId=SCOPED)
    assert people(here, AWA, RENEWED) == ["awa", "awa"]
    assert people(here, SCOPED) == []
    await here.says(BEN, "who can help me with accounting?")
    await here.taps(BEN, "Awa Diop")
    await here.says(BEN, "skip")
    assert "accounting" in here.last(AWA).body
    outbound = {each.to for each in here.twilio.messages if each.from_ == NUMBER}
    assert outbound == {AWA, BEN}


async def test_a_changed_id_does_not_lose_who_hides_their_number(here: Here) -> None:
    await here.welcome(SCOPED, "Zoé Martin")
    before = len(here.heard(SCOPED))
    await told(here, SCOPED, f"{IDS}.")
    assert len(here.heard(SCOPED)) == before, "it is nobody's words"
    await here.says(RENEWED, "/profil")
    assert "Zoé Martin" in " ".join(here.heard(RENEWED))
    assert people(here, SCOPED) == []


async def test_a_new_number_of_who_was_known_by_an_id_is_theirs(here: Here) -> None:
    await here.welcome(SCOPED, "Zoé Martin")
    await told(here, SCOPED, f"User Z changed to {NEW[10:]}")
    await here.says(NEW, "/profil")
    assert "Zoé Martin" in " ".join(here.heard(NEW))
    assert len(set(people(here, SCOPED, NEW))) == 1


@pytest.mark.parametrize("words", ["User A changed number", "A joined", "", f"a {'3' * 20} b"])
async def test_what_whatsapp_says_without_an_address_changes_nothing(
    here: Here, words: str
) -> None:
    await told(here, AWA, words)
    assert (here.heard(AWA), people(here, AWA)) == ([], ["awa"])


@pytest.mark.parametrize("to", [NEW, BEN])
async def test_a_change_that_only_the_list_tells_is_neither_words_nor_believed(
    here: Here, to: str
) -> None:
    """Anybody can write that; the list does not say who did."""
    here.twilio.inbound(AWA, f"User A changed from {AWA[10:]} to {to[10:]}")
    await here.connector.compare(here.clock.now())
    await here.settle()
    assert here.heard(AWA) == []
    assert people(here, AWA, BEN) == ["awa", "ben"]


async def test_a_reaction_is_no_answer(here: Here) -> None:
    await here.says(BEN, "who can help me with accounting?")
    await here.taps(BEN, "Awa Diop")
    await here.says(BEN, "skip")
    before = len(here.heard(AWA)), len(here.heard(BEN))
    await told_by(here, AWA, "👍")
    assert (len(here.heard(AWA)), len(here.heard(BEN))) == before
    await here.taps(AWA, "J’accepte")
    assert len(here.heard(BEN)) > before[1]


async def told_by(here: Here, who: str, sign: str) -> None:
    """Somebody puts a sign under something that they were sent."""
    about = here.twilio.to(who)[0].sid
    await here.says(who, sign, MessageType="reaction", OriginalRepliedMessageSid=about)
    await here.connector.compare(here.clock.now())
    await here.settle()
