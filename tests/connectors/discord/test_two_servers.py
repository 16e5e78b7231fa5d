"""The bot in two servers: the direct line is one for both, and words in it belong to one."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from storage.tables import Identity, Space, table
from tests.connectors.discord.conftest import Town
from tests.fakes.discord_people import Person
from tests.fakes.discord_wire import GUILD

OTHER = "1500"
"""A lower id than the first one's."""
_spaces = (
    select(table(Space).c.external_id)
    .join(table(Identity), table(Identity).c.space_id == table(Space).c.id)
    .where(table(Space).c.connector == "discord")
)


def add_server(town: Town, *, empty: bool = False) -> None:
    """Another server, with the same people or with nobody but the bot."""
    first = town.fake.guild

    def second() -> dict[str, Any]:
        here = first()["members"][:1] if empty else first()["members"]
        roles = [each | {"id": OTHER} if each["id"] == GUILD else each for each in first()["roles"]]
        channels = [each | {"id": "1501"} for each in first()["channels"]]
        return first() | {"id": OTHER, "roles": roles, "channels": channels, "members": here,
                          "member_count": len(here), "system_channel_id": "1501"}  # fmt: skip

    town.fake.gateway.guilds = lambda: [first(), second()]


async def to_the_name(person: Person) -> None:
    """As far as a question that is answered with words."""
    await person.presses("Français", on=await person.hears("Dans quelle langue"))
    await person.presses("Cela me convient", on=await person.hears("nous nous promettons"))
    await person.presses("Je suis d’accord", on=await person.hears("Êtes-vous d’accord"))
    await person.hears("que l’on vous appelle")


async def test_words_go_to_the_server_whose_question_stands(town: Town) -> None:
    add_server(town)
    zoe = town.person("Zoé")
    await zoe.lives_here()
    await town.start()
    await zoe.commands("help", here=True)
    await to_the_name(zoe)
    await zoe.writes("Zozo")
    await zoe.hears("que faites-vous")
    assert await town.read(lambda c: list(c.execute(_spaces).scalars())) == [GUILD]


async def test_whose_server_removed_the_bot_reads_so_while_another_has_it(town: Town) -> None:
    add_server(town, empty=True)
    zoe = town.person("Zoé")
    await zoe.lives_here()
    await town.start()
    await zoe.commands("help", here=True)
    await to_the_name(zoe)
    del town.fake.members[zoe.id]
    await town.fake.gateway.dispatch("GUILD_DELETE", {"id": GUILD})
    await town.identities(0)
    await zoe.commands("help")
    await zoe.whispered("Je ne suis plus dans le serveur")
