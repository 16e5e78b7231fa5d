"""What knocks at the door of somebody who has not written for a day, and what waits in silence."""

from __future__ import annotations

import pytest

import conversations.dialogues as _dialogues
from connectors.whatsapp.templates import KNOCKS, Template, announcing
from conversations.dialogue import REGISTRY
from conversations.language import keys, locales
from conversations.texts import Text
from tests.connectors.whatsapp.conftest import AWA, BEN, ZOE, Here

assert _dialogues.__all__, "importing the dialogues registers them"

ASKS = {"request": "request-received", "proposal": "proposal", "invitation": "invitation",
        "buddy-request": "buddy-request", "buddy-offer": "buddy-offer",
        "reworded": "request-reworded", "thanked": "thanks-received",
        "place-freed": "place-freed", "follow-up": "follow-talked",
        "did-it-help": "follow-recall"}  # fmt: skip
"""What is asked of a member by name, with its first words: it knocks."""
WAITS = {
    "answer-unfinished", "answers-unopened", "answers-unposted", "digest", "mentions", "overheard",
    "prompt", "prompt-thread", "round-doubt", "round-end", "round-invite", "round-midway",
    "round-paused", "round-third", "roundup-post", "story-invitation",
    "survey-questions", "survey-reminder", "thanks-moment", "welcome-day-0", "welcome-day-3",
}  # fmt: skip
"""What comes to many, or has no hurry: nobody pays for a knock, or is knocked up, for that."""


def test_what_the_bot_would_ask_knocks_or_waits_on_purpose() -> None:
    """Whoever adds a dialogue decides here which."""
    of_its_own = {name for name, each in REGISTRY.items()
                  if each.purpose in {"solicitation", "broadcast"}}  # fmt: skip
    assert of_its_own == ASKS.keys() | WAITS


@pytest.mark.parametrize(("name", "key"), ASKS.items())
def test_what_is_asked_of_somebody_by_name_knocks(name: str, key: str) -> None:
    assert announcing(Text(key), REGISTRY[name].purpose)


@pytest.mark.parametrize("key", ["ask-accepted", "relay-picture", "time-proposed", "yet-to-come"])
def test_a_notice_that_nobody_listed_is_news(key: str) -> None:
    purpose = "relay" if key.startswith("relay") else "notice"
    assert announcing(Text(key), purpose) == "news"


@pytest.mark.parametrize("purpose", ["reply", "broadcast", "solicitation"])
def test_anything_else_that_nobody_listed_waits(purpose: str) -> None:
    assert announcing(Text("yet-to-come"), purpose) is None


@pytest.mark.parametrize("locale", locales())
def test_every_listed_text_exists_and_is_listed_once(locale: str) -> None:
    listed = [key for each in KNOCKS.values() for key in each]
    assert set(listed) <= keys(locale)
    assert len(listed) == len(set(listed))


async def test_a_report_knocks_at_the_door_of_a_silent_organiser(here: Here) -> None:
    await here.approved()
    await here.welcome(ZOE, "Zoé Martin")
    await here.later(hours=25)
    await here.says(AWA, "/signaler Zoé")
    await here.says(AWA, "Elle me harcèle la nuit.")
    assert here.last(BEN).body == Template("team", "en").body
    await here.taps(BEN, "See it")
    assert any("harcèle" in each for each in here.heard(BEN))


async def test_what_the_team_writes_to_a_silent_member_knocks(here: Here) -> None:
    await here.approved()
    await here.later(hours=25)
    await here.says(BEN, "/member Awa")
    await here.taps(BEN, "Write to them")
    await here.says(BEN, "Could you call me tonight?")
    assert here.last(AWA).body == Template("news", "fr").body
    await here.taps(AWA, "Voir")
    assert "call me tonight" in here.last(AWA).body
    assert here.last(AWA).titles() == ["Répondre"]
