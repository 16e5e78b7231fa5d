"""What goes wrong between Discord and us: nothing is lost, and nothing arrives twice."""

from __future__ import annotations

from datetime import timedelta

import pytest

from storage import outbox
from tests.connectors.discord.conftest import Town
from tests.fakes.discord_people import Person
from tests.fakes.discord_wire import Fault

HELLO = "Dans quelle langue"
BY_DISCORD = {"Via": "1.1 google"}


def hellos(person: Person) -> int:
    return sum(HELLO in each["content"] for each in person.heard)


async def sent_at_last(town: Town, person: Person) -> None:
    """The outbox's next tries, as time goes by, until it is empty."""
    await town.app.settle()
    while await town.read(outbox.waiting):
        town.clock.move_to(town.clock.now() + timedelta(minutes=2))
        await town.app.sweep()
        await town.app.settle()
    assert person.heard


async def missed_by_gateway(town: Town, *, resumable: bool) -> Person:
    """Somebody who joins while the connection is broken."""
    zoe = town.person("Zoé")
    gateway = town.fake.gateway
    gateway.lossy = not resumable
    await gateway.break_off(resumable=resumable)
    await zoe.joins(joined=(town.clock.now() + timedelta(minutes=1)).isoformat())
    return zoe


async def test_what_happened_during_a_break_is_told_when_the_session_is_resumed(
    town: Town,
) -> None:
    await town.start()
    zoe = await missed_by_gateway(town, resumable=True)
    await zoe.hears(HELLO)
    assert town.fake.gateway.resumed == 1
    assert len(town.fake.gateway.identified) == 1


async def test_who_joined_during_a_break_without_resume_is_welcomed_too(town: Town) -> None:
    await town.start()
    await town.until_seen()
    zoe = await missed_by_gateway(town, resumable=False)
    await zoe.hears(HELLO)
    assert len(town.fake.gateway.identified) == 2
    assert hellos(zoe) == 1


async def test_who_was_there_before_the_bot_is_not_written_to(town: Town) -> None:
    zoe = town.person("Zoé")
    await zoe.lives_here()
    await town.start()
    await town.until_seen()
    await town.app.settle()
    assert zoe.heard == []


async def test_who_joined_while_the_bot_was_stopped_is_welcomed(town: Town) -> None:
    await town.start()
    await town.until_seen()
    await town.stop()
    zoe = town.person("Zoé")
    await zoe.lives_here(joined=(town.clock.now() + timedelta(minutes=1)).isoformat())
    await town.start()
    await zoe.hears(HELLO)


@pytest.mark.parametrize(
    "fault",
    [
        Fault("/messages", 503), Fault("/messages", 500), Fault("/messages", 502),
        Fault("/messages", 429, headers=BY_DISCORD), Fault("/messages", 429),
        Fault("/messages", 429, headers=BY_DISCORD, retry_after=3600.0),
        Fault("/messages", 403, code=40003), Fault("/users/@me/channels", 503),
        Fault("/messages", after_accepting=True),
    ],
    ids=["503", "500", "502", "429", "429-cloudflare", "429-hour", "too-fast", "no-line",
         "accepted-then-silent"],
)  # fmt: skip
async def test_a_message_that_did_not_get_through_arrives_once(town: Town, fault: Fault) -> None:
    await town.start()
    town.fake.faults.append(fault)
    zoe = town.person("Zoé")
    await zoe.joins()
    await town.fake.until(lambda: not fault.times)
    await sent_at_last(town, zoe)
    assert hellos(zoe) == 1


async def test_whoever_asked_to_be_forgotten_is_not_welcomed_again(town: Town) -> None:
    await town.start()
    await town.until_seen()
    zoe = town.person("Zoé")
    await zoe.joins(joined=(town.clock.now() + timedelta(minutes=1)).isoformat())
    await zoe.presses("Français", on=await zoe.hears(HELLO))
    await zoe.presses("Non merci", on=await zoe.hears("nous nous promettons"))
    await town.identities(0)
    await town.stop()
    omar = town.person("Omar")
    await omar.lives_here(joined=(town.clock.now() + timedelta(minutes=2)).isoformat())
    await town.start()
    await omar.hears(HELLO)
    await town.app.settle()
    assert hellos(zoe) == 1


async def test_a_server_that_removed_the_bot_has_no_members_any_more(town: Town) -> None:
    await town.start()
    zoe = town.person("Zoé")
    await zoe.joins()
    await zoe.hears(HELLO)
    await town.fake.gateway.dispatch("GUILD_DELETE", {"id": "2000"})
    await town.identities(0)


async def test_somebody_who_leaves_is_not_a_member_any_more(town: Town) -> None:
    await town.start()
    zoe = town.person("Zoé")
    await zoe.joins()
    await zoe.hears(HELLO)
    await town.identities(1)
    await zoe.leaves()
    await town.identities(0)


async def test_whoever_is_still_being_screened_is_welcomed_afterwards(town: Town) -> None:
    await town.start()
    zoe = town.person("Zoé")
    await zoe.joins(pending=True)
    awa = town.person("Awa")
    await awa.joins()
    await awa.hears(HELLO)
    assert zoe.heard == []
    await zoe.passes_screening()
    await zoe.hears(HELLO)


async def test_heartbeats_are_sent_and_only_the_members_intent_is_asked_for(town: Town) -> None:
    await town.start()
    (identity,) = town.fake.gateway.identified
    assert identity["intents"] == 1 << 0 | 1 << 1 | 1 << 12
    await town.fake.until(lambda: town.fake.gateway.heartbeats)


@pytest.mark.parametrize("refused", ["token", "intent", "token-reset-meanwhile"])
async def test_a_refused_token_or_intent_leaves_the_rest_of_the_bot_running(
    town: Town, refused: str, capsys: pytest.CaptureFixture[str]
) -> None:
    town.fake.gateway.privileged = refused != "intent"
    if refused == "token":
        town.fake.faults.append(Fault("/users/@me$", 401, times=99))
    await town.start(connected=False)
    if refused == "token-reset-meanwhile":
        await town.fake.until(lambda: town.fake.gateway.connected)
        town.fake.gateway.token = "another"
        await town.fake.gateway.break_off(resumable=False)
    await town.platform_gives_up()
    assert town.app.fault() is None
    assert "discord-refused" in "".join(capsys.readouterr())


async def test_a_first_contact_that_fails_is_tried_again(town: Town) -> None:
    town.fake.faults.append(Fault("/users/@me$", 403))
    await town.start()
    zoe = town.person("Zoé")
    await zoe.joins()
    await zoe.hears(HELLO)


async def test_a_number_given_out_again_after_an_erasure_is_another_message(town: Town) -> None:
    await town.start()
    zoe, awa = town.person("Zoé"), town.person("Awa")
    await zoe.joins()
    await zoe.presses("Français", on=await zoe.hears(HELLO))
    await zoe.presses("Non merci", on=await zoe.hears("nous nous promettons"))
    await town.identities(0)
    await town.app.settle()
    await awa.joins()
    await awa.hears(HELLO)
