"""What somebody has not seen yet: news of theirs are kept, and no words answer it (P9)."""

from __future__ import annotations

import re

import pytest

from connectors.whatsapp.outcomes import CODES
from tests.connectors.whatsapp.conftest import AWA, BEN, ZOE, Here

CODE = r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}"
LINKED = "Vos accès sont reliés"


def read(here: Here, who: str, words: str) -> int:
    """How often they read these words."""
    return sum(words in each for each in here.heard(who))


async def links(here: Here, awas: str = "STOP") -> None:
    """Somebody uses a code that Awa has asked for after she wanted silence."""
    await here.says(AWA, awas)
    await here.says(AWA, "/relier")
    code = re.findall(CODE, here.last(AWA).body)[0]
    await here.says(ZOE, code)
    await here.taps(ZOE, 0)


@pytest.mark.parametrize("back", ["START", "bonjour"])
async def test_that_an_account_was_linked_is_read_with_their_next_words(
    here: Here, back: str
) -> None:
    await links(here)
    assert read(here, ZOE, LINKED) == 1
    assert read(here, AWA, LINKED) == 0, "nothing is written to her of its own accord"
    await here.says(AWA, back)
    assert read(here, AWA, LINKED) == 1


async def test_the_team_answers_somebody_who_stopped(here: Here) -> None:
    await here.says(AWA, "STOP")
    await here.says(AWA, "/equipe j’ai peur de quelqu’un")
    assert "attendra donc que vous m’écriviez" in here.last(AWA).body
    await here.taps(BEN, 0)
    await here.says(BEN, "tell me what happened")
    assert read(here, AWA, "tell me what happened") == 0
    await here.says(AWA, "START")
    assert read(here, AWA, "tell me what happened") == 1


async def test_a_call_for_the_team_waits_for_an_organiser_who_stopped(here: Here) -> None:
    await here.says(BEN, "STOP")
    await here.says(AWA, "/equipe au secours, vraiment")
    assert read(here, BEN, "au secours") == 0
    await here.says(BEN, "/help")
    assert read(here, BEN, "au secours") == 1


async def asks(here: Here) -> None:
    """Zoé wants silence, asks all the same, and Awa accepts."""
    await here.welcome(ZOE, "Zoé Martin")
    await here.says(ZOE, "STOP")
    await here.says(ZOE, "qui peut m’aider en comptabilité ?")
    await here.taps(ZOE, "Awa Diop")
    await here.taps(ZOE, "Passer")
    assert "attendra donc que vous m’écriviez" in here.last(ZOE).body
    await here.taps(AWA, "J’accepte")


async def test_a_yes_to_somebody_who_stopped_is_read_when_they_write(here: Here) -> None:
    await asks(here)
    assert read(here, ZOE, "Bonne nouvelle") == 0
    await here.says(ZOE, "/suivi")
    assert read(here, ZOE, "Bonne nouvelle") == 1


async def test_a_question_that_was_not_seen_is_answered_by_nobody(here: Here) -> None:
    """“oui” to nothing opened an exchange under her name."""
    await asks(here)
    await here.says(ZOE, "oui")
    assert read(here, ZOE, "C’est noté") == 0
    assert read(here, ZOE, "Bonne nouvelle") == 1


async def test_whoever_is_unlinked_after_stop_is_not_written_to(here: Here) -> None:
    await links(here, awas="/aide")
    await here.says(AWA, "STOP")
    before = len(here.heard(AWA))
    await here.says(ZOE, "/délier")
    await here.taps(ZOE, 0)
    assert here.heard(AWA)[before:] == []
    await here.says(AWA, "bonjour")
    assert "Cet accès vient d’être délié" in " ".join(here.heard(AWA)[before:])


@pytest.mark.parametrize("code", [code for code in CODES if CODES[code].kind == "opted-out"])
async def test_news_for_whoever_blocked_us_wait_too(here: Here, code: int) -> None:
    here.twilio.faults = [(400, code)]
    await here.says(BEN, "/cancel")
    await here.says(AWA, "/equipe un mot pour vous tous")
    assert read(here, BEN, "un mot pour vous tous") == 0
    await here.says(BEN, "hello again")
    assert read(here, BEN, "un mot pour vous tous") == 1


async def test_a_question_that_is_tried_again_later_is_answered_by_no_words_before(
    here: Here,
) -> None:
    """“oui” took on a request that its reader had never seen."""
    await here.welcome(ZOE, "Zoé Martin")
    await here.says(ZOE, "qui peut m’aider en comptabilité ?")
    await here.taps(ZOE, "Awa Diop")
    here.twilio.failing = [63018] * 3
    await here.says(ZOE, "passer")
    await here.says(AWA, "oui")
    await here.later(minutes=11)
    assert read(here, AWA, "aimerait votre aide") > 0
    assert read(here, AWA, "C’est Zoé Martin") == 0
    await here.says(AWA, "oui")
    assert read(here, AWA, "C’est Zoé Martin") == 1
