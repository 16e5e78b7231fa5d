"""/listen on Slack: help is offered where organisers let the bot listen, to one person's eyes."""

from __future__ import annotations

from typing import Any

import pytest

from tests.connectors.slack.conftest import Workspace, elements
from tests.connectors.slack.test_story import AWA, LEA, welcome
from tests.fakes.slack import BOT_USER, Fault

CHANNEL = "C0GENERAL"
NEED = "Bonjour, est-ce que quelqu’un s’y connaît en comptabilité ?"
STRANGER = "U0STRANGER"


async def says_there(here: Workspace, who: str, words: str, **more: Any) -> None:
    """Somebody writes in the channel, to everybody."""
    await here.event({
        "type": "message", "channel_type": "channel", "channel": CHANNEL, "user": who,
        "text": words, "ts": here.slack.ts(), **more,
    })  # fmt: skip


async def settle_in(here: Workspace, *, listening: bool = True) -> None:
    """Awa can do the books; Léa, who is the workspace's owner, lets the bot listen."""
    await welcome(here, AWA, "Awa", offers="comptabilité")
    await welcome(here, LEA, "Léa")
    if listening:
        here.slack.person(LEA, "Léa", is_primary_owner=True)
        here.connector.workspaces["T0LOCAL"].people.forget(LEA)
        await here.commands(LEA, "/listen", "on")


async def test_who_looks_for_help_is_offered_some_and_nobody_else_sees_it(here: Workspace) -> None:
    await settle_in(here)
    before = len(here.slack.messages)
    await says_there(here, LEA, NEED)
    (offer,) = here.slack.whispers
    assert (offer["channel"], offer["user"]) == (CHANNEL, LEA)
    assert "comptabilité" in offer["text"]
    assert len(here.slack.messages) == before


@pytest.mark.parametrize(("label", "asks"), [("Oui", 1), ("Non", 0)])
async def test_the_offer_is_gone_once_it_is_answered(
    here: Workspace, label: str, asks: int
) -> None:
    await settle_in(here)
    await says_there(here, LEA, NEED)
    (offer,) = here.slack.whispers
    before = len(here.heard(LEA))
    button = next(each for each in elements(offer) if each["text"]["text"].startswith(label))
    await here.interacts(
        LEA, "block_actions", response_url=offer["response_url"], trigger_id=here.trigger(),
        container={"type": "message", "message_ts": "1.2", "channel_id": CHANNEL,
                   "is_ephemeral": True},
        actions=[{"type": "button", "action_id": button["action_id"], "value": button["value"],
                  "action_ts": here.slack.ts(), "block_id": "choice"}],
    )  # fmt: skip
    await here.slack.until(lambda: offer.get("deleted"))
    assert bool(here.heard(LEA)[before:]) is bool(asks)


async def test_in_other_channels_nothing_is_written_down(here: Workspace) -> None:
    await settle_in(here, listening=False)
    [(before,)] = here.rows("SELECT count(*) FROM inbox")
    await says_there(here, LEA, NEED)
    assert here.rows("SELECT count(*) FROM inbox") == [(before,)]
    assert here.slack.whispers == []


@pytest.mark.parametrize("known", [True, False])
async def test_who_is_no_member_is_left_alone(here: Workspace, known: bool) -> None:
    await settle_in(here)
    here.slack.person(STRANGER, "Inès")
    if known:
        await here.joins(STRANGER, "Inès")
    [(before,)] = here.rows("SELECT count(*) FROM inbox")
    heard = len(here.heard(STRANGER))
    await says_there(here, STRANGER, NEED)
    assert here.rows("SELECT count(*) FROM inbox") == [(before,)]
    assert len(here.heard(STRANGER)) == heard


@pytest.mark.parametrize(
    "more",
    [{"bot_id": "B0OTHER"}, {"subtype": "message_changed"}, {"subtype": "channel_join"},
     {"user": BOT_USER}, {"channel_type": "mpim"}, {"text": f"<@{BOT_USER}> {NEED}"},
     {"text": f"<@{BOT_USER}|passerelle> {NEED}"}, {"text": "merci, c’est réglé"}, {"text": None}],
)  # fmt: skip
async def test_what_is_no_call_for_help_to_others_gets_no_offer(
    here: Workspace, more: dict[str, Any]
) -> None:
    await settle_in(here)
    await says_there(here, **({"who": LEA, "words": NEED} | more))
    assert here.slack.whispers == []


async def test_who_left_the_channel_meanwhile_is_offered_help_in_private(here: Workspace) -> None:
    await settle_in(here)
    here.slack.outside.add(LEA)
    await says_there(here, LEA, NEED)
    assert here.slack.whispers == []
    assert "comptabilité" in here.last(LEA)


async def test_off_means_off(here: Workspace) -> None:
    await settle_in(here)
    await here.commands(LEA, "/listen", "off")
    [(before,)] = here.rows("SELECT count(*) FROM inbox")
    await says_there(here, LEA, NEED)
    assert here.slack.whispers == []
    assert here.rows("SELECT count(*) FROM inbox") == [(before,)], "nothing is written down"


async def test_an_offer_that_slack_puts_off_comes_later(here: Workspace) -> None:
    await settle_in(here)
    here.slack.faults["chat.postEphemeral"].append(Fault(status=429, retry_after=1))
    await says_there(here, LEA, NEED)
    assert here.slack.whispers == []
    here.bot.clock.move_to(here.bot.clock.now().replace(year=2030))
    await here.bot.sweep()
    await here.settle()
    assert len(here.slack.whispers) == 1


STRANGE = [
    {"channel": None}, {"channel": {"id": CHANNEL}}, {"user": {"id": LEA}}, {"user": ["U1"]},
    {"text": ["comptabilité"]}, {"text": {"type": "x"}}, {"text": "\x00" * 5},
    {"text": "x" * 50_000},
]  # fmt: skip


@pytest.mark.parametrize("more", STRANGE, ids=lambda each: next(iter(each)))
async def test_a_strange_shape_is_acknowledged_and_offers_nothing(
    here: Workspace, more: dict[str, Any]
) -> None:
    await settle_in(here)
    await says_there(here, **({"who": LEA, "words": NEED} | more))
    assert here.slack.whispers == []


async def test_only_an_organiser_lets_the_bot_listen(here: Workspace) -> None:
    await settle_in(here, listening=False)
    for who, role in ((LEA, {}), (AWA, {"is_admin": True}), (AWA, {"is_restricted": True})):
        here.slack.person(who, "X", **role)
        here.connector.workspaces["T0LOCAL"].people.forget(who)
        for words in ("on", "oui", "ON; DROP TABLE place", "<!channel>"):
            await here.commands(who, "/listen", words)
    await says_there(here, LEA, NEED)
    assert here.slack.whispers == []
    assert here.rows("SELECT count(*) FROM place WHERE offers_help") == [(0,)]


async def test_an_offer_calls_nobody(here: Workspace) -> None:
    await settle_in(here)
    await says_there(here, LEA, "Qui s’y connaît en <!channel> comptabilité <@U0AWA> ?")
    for offer in here.slack.whispers:
        shown = offer["text"] + "".join(each["text"]["text"] for each in offer["blocks"][:1])
        assert "<" not in shown


async def test_a_button_pressed_twice_in_an_offer_asks_once(here: Workspace) -> None:
    await settle_in(here)
    await says_there(here, LEA, NEED)
    (offer,) = here.slack.whispers
    yes = next(each for each in elements(offer) if each["text"]["text"].startswith("Oui"))
    for _ in range(2):
        await here.interacts(
            LEA, "block_actions", response_url=offer["response_url"], trigger_id=here.trigger(),
            container={"type": "message", "message_ts": "1.2", "channel_id": CHANNEL,
                       "is_ephemeral": True},
            actions=[{"type": "button", "action_id": yes["action_id"], "value": yes["value"],
                      "action_ts": here.slack.ts(), "block_id": "choice"}],
        )  # fmt: skip
    asked = [each for each in here.texts(LEA) if "Awa" in each]
    assert len(asked) <= 1
