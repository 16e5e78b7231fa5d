"""Who left while the bot did not look, and who only seems to have: departures end in erasures."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select

from storage.tables import Identity, Member, Space, table
from tests.connectors.discord.conftest import Town
from tests.connectors.discord.test_two_servers import OTHER, add_server
from tests.fakes.discord_people import Person
from tests.fakes.discord_wire import GUILD, Fault, Json

HELLO = "Dans quelle langue"
_spaces, _identities, _members = table(Space), table(Identity), table(Member)
_here = (
    select(_spaces.c.external_id, _identities.c.external_id)
    .select_from(_identities.join(_spaces).join(_members))
    .where(_spaces.c.connector == "discord", _members.c.left_at.is_(None))
)


async def here(town: Town, server: str = GUILD) -> set[str]:
    """Who has not left the server."""
    rows = await town.read(lambda c: [tuple(row) for row in c.execute(_here)])
    return {person for space, person in rows if space == server}


async def two_members(town: Town) -> tuple[Person, Person]:
    """Léa and Awa have joined, and the bot is stopped."""
    await town.start()
    await town.until_seen()
    lea, awa = town.person("Léa"), town.person("Awa")
    for person in (lea, awa):
        await person.joins()
        await person.hears(HELLO)
    await town.identities(2)
    await town.stop()
    return lea, awa


async def has_looked(town: Town) -> None:
    """Start, and wait until the bot has been through the members: it greets who came last."""
    newcomer = town.person("Omar")
    await newcomer.lives_here(joined=(town.clock.now() + timedelta(minutes=1)).isoformat())
    await town.start()
    await newcomer.hears(HELLO)


def only(town: Town, *servers: str) -> None:
    """The bot is in these servers and no other."""
    all_, gateway = town.fake.gateway.guilds, town.fake.gateway

    def left() -> list[Json]:
        return [each for each in all_() if each["id"] in servers]

    gateway.guilds = left


def asked_for(town: Town) -> list[str]:
    return [path for _, path in town.fake.requests if path.startswith("/guilds/")]


async def test_who_left_while_the_bot_was_stopped_has_left(town: Town) -> None:
    lea, awa = await two_members(town)
    del town.fake.members[awa.id]
    await town.start()
    await town.identities(1)
    assert await here(town) == {lea.id}


async def test_who_left_during_a_break_without_resume_has_left(town: Town) -> None:
    lea, awa = await two_members(town)
    await town.start()
    await town.fake.until(lambda: town.fake.gateway.chunked)
    town.fake.gateway.lossy = True
    await town.fake.gateway.break_off(resumable=False)
    await awa.leaves()
    await town.identities(1)
    assert await here(town) == {lea.id}


async def test_a_server_of_which_only_some_members_are_known_makes_nobody_leave(
    town: Town,
) -> None:
    lea, awa = await two_members(town)
    town.fake.gateway.kept_back.add(awa.id)
    await has_looked(town)
    assert {lea.id, awa.id} <= await here(town)
    assert asked_for(town) == [], "a server half known is not compared at all"


async def test_who_is_left_out_of_a_server_that_counts_wrong_has_not_left(town: Town) -> None:
    lea, awa = await two_members(town)
    first = town.fake.gateway.guilds
    town.fake.gateway.kept_back.add(awa.id)
    town.fake.gateway.guilds = lambda: [
        each | {"member_count": each["member_count"] - 1} for each in first()
    ]
    await has_looked(town)
    assert {lea.id, awa.id} <= await here(town)
    assert asked_for(town) == [f"/guilds/{GUILD}/members/{awa.id}"]


async def test_while_discord_gives_no_clear_answer_nobody_has_left(town: Town) -> None:
    lea, awa = await two_members(town)
    del town.fake.members[awa.id]
    unsure = Fault(f"/members/{awa.id}", 404, code=10004)
    town.fake.faults.append(unsure)
    await has_looked(town)
    assert not unsure.times
    assert {lea.id, awa.id} <= await here(town)


async def test_who_is_still_being_screened_has_not_left(town: Town) -> None:
    lea, awa = await two_members(town)
    await awa.lives_here(pending=True)
    await has_looked(town)
    assert {lea.id, awa.id} <= await here(town)


async def test_an_outage_is_no_departure(town: Town) -> None:
    lea, awa = await two_members(town)
    await town.start()
    await town.fake.gateway.dispatch("GUILD_DELETE", {"id": GUILD, "unavailable": True})
    asked = await awa.commands("help")
    await town.fake.until(lambda: asked.answer)
    await town.app.settle()
    assert await here(town) == {lea.id, awa.id}


async def test_a_server_that_removed_the_bot_while_it_was_stopped_has_no_members(
    town: Town,
) -> None:
    await two_members(town)
    town.fake.gateway.guilds = list
    await town.start(connected=False)
    await town.identities(0)


async def test_one_of_two_servers_removed_the_bot_while_the_other_is_in_an_outage(
    town: Town,
) -> None:
    add_server(town)
    lea, awa = await two_members(town)
    await town.start()
    await town.until_seen()
    zoe = town.person("Zoé")
    await zoe.joins(server=OTHER)
    await town.identities(3)
    await town.stop()
    only(town, GUILD)
    town.fake.gateway.in_outage.add(GUILD)
    await town.start(connected=False)
    await town.identities(2)
    assert (await here(town, OTHER), await here(town)) == (set(), {lea.id, awa.id})


async def test_a_server_that_the_gateway_forgets_to_name_has_not_removed_the_bot(
    town: Town,
) -> None:
    lea, awa = await two_members(town)
    town.fake.gateway.guilds = list
    town.fake.faults.append(unsure := Fault(f"/guilds/{GUILD}$", 403, code=40002))
    await town.start(connected=False)
    await town.fake.until(lambda: not unsure.times)
    await town.stop()  # ends what it began
    await town.start(connect=lambda _: (), connected=False)
    assert await here(town) == {lea.id, awa.id}
