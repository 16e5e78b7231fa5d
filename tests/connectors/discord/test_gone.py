"""Old buttons, menus and windows of a server: they do nothing for who is not in it any more."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from storage.tables import Space, table
from tests.connectors.discord.conftest import Town
from tests.connectors.discord.test_story import welcomed
from tests.connectors.discord.test_two_servers import OTHER, add_server
from tests.fakes.discord_people import Person
from tests.fakes.discord_wire import GUILD, Json

HELLO = "Dans quelle langue"
NOT_HERE, REMOVED = "n’êtes plus dans le serveur", "Je ne suis plus dans le serveur"
_settled = select(func.count()).where(table(Space).c.connector == "discord")


async def asked_about_her_profile(town: Town) -> tuple[Person, Json]:
    """Awa is a member, and has a question with a button in front of her."""
    awa = town.person("Awa")
    await awa.joins()
    await welcomed(awa)
    await awa.commands("profile")
    return awa, await awa.hears("Voici votre profil")


def a_button(message: Json) -> str:
    custom_id: str = message["components"][0]["components"][0]["custom_id"]
    return custom_id


def the_same(custom_id: str, letter: str, space: str = GUILD) -> str:
    """That component's mark, for another thing to do or in another server."""
    _, _, rest = custom_id.split(".", 2)
    return f"{letter}.{space}.{rest}"


@pytest.mark.parametrize("letter", ["p", "s", "f", "w"], ids=["button", "menu", "form", "words"])
async def test_who_has_left_is_no_member_again_by_an_old_button(town: Town, letter: str) -> None:
    await town.start()
    awa, old = await asked_about_her_profile(town)
    await awa.leaves()
    await town.identities(0)
    said = len(awa.heard)
    await awa.uses(the_same(a_button(old), letter), old, ["0"] if letter == "s" else None)
    await awa.whispered(NOT_HERE)
    await town.app.settle()
    assert len(awa.heard) == said
    await town.identities(0)


async def test_a_window_that_was_open_when_they_left_is_not_taken_either(town: Town) -> None:
    await town.start()
    awa, old = await asked_about_her_profile(town)
    await awa.presses("Le changer", on=old)
    asked = await awa.hears("Changez ce que")
    window = await awa.answer_to(await awa.presses("Remplir", on=asked), 9)
    await awa.leaves()
    await town.identities(0)
    await awa.fills_in(window, asked, name="Awa")
    await awa.whispered(NOT_HERE)
    await town.app.settle()
    await town.identities(0)


async def test_a_button_is_taken_from_who_the_gateway_knows_without_asking(town: Town) -> None:
    await town.start()
    awa, old = await asked_about_her_profile(town)
    await awa.presses("Le garder ainsi", on=old)
    await awa.hears("rien ne change")
    assert not [path for _, path in town.fake.requests if path.startswith("/guilds/")]


async def test_a_server_that_removed_the_bot_has_no_buttons_any_more(town: Town) -> None:
    add_server(town, empty=True)
    await town.start()
    awa, old = await asked_about_her_profile(town)
    await town.fake.gateway.dispatch("GUILD_DELETE", {"id": GUILD})
    await town.identities(0)
    await awa.uses(a_button(old), old)
    await awa.whispered(REMOVED)
    await town.app.settle()
    await town.identities(0)


@pytest.mark.parametrize("space", ["999", "9" * 60], ids=["never-was", "no-id"])
async def test_a_mark_does_not_make_a_server_that_never_was(town: Town, space: str) -> None:
    await town.start()
    awa, old = await asked_about_her_profile(town)
    await awa.uses(the_same(a_button(old), "p", space), old)
    await awa.whispered(REMOVED)
    await town.app.settle()
    assert await town.read(lambda c: c.execute(_settled).scalar_one()) == 1


async def test_a_button_of_another_server_is_not_theirs(town: Town) -> None:
    add_server(town, empty=True)
    await town.start()
    awa, old = await asked_about_her_profile(town)
    await awa.uses(the_same(a_button(old), "p", OTHER), old)
    await awa.whispered(NOT_HERE)


async def test_a_command_where_only_the_commands_are_installed_settles_nothing(
    town: Town,
) -> None:
    """A server can take the commands without the bot (Discord docs, "Application Commands")."""
    await town.start()
    await town.until_seen()
    zoe = town.person("Zoé")
    await zoe.commands("help", here=True, server="999")
    await zoe.whispered(REMOVED)
    assert await town.read(lambda c: c.execute(_settled).scalar_one()) == 1
