"""People whose direct messages are closed: reached where nobody else sees it, and left in peace."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import Connection, select

from conversations.dialogue import REGISTRY
from storage import inbox
from storage.tables import Outbox, Space, table
from tests.connectors.contract import DIALOGUES, FILES
from tests.connectors.discord.conftest import Town
from tests.fakes.discord_people import Person
from tests.fakes.discord_wire import CHANNEL

HELLO = "Dans quelle langue"
_reasons = select(table(Outbox).c.reason)


@pytest.fixture
async def zoe(town: Town) -> Person:
    """Somebody who takes no direct messages, and has just joined."""
    await town.start()
    who = town.person("Zoé")
    town.fake.closed.add(who.id)
    await who.joins()
    return who


def thread(town: Town) -> list[dict[str, Any]]:
    """What was said in the only thread there is."""
    (made,) = town.fake.threads
    return town.fake.places[made]


async def in_thread(town: Town, words: str, person: Person) -> dict[str, Any]:
    await town.fake.until(lambda: town.fake.threads)
    return await person.reads(words, thread(town))


async def begins(town: Town, who: Person, dialogue: str, **args: Any) -> None:
    """The bot begins a dialogue with somebody."""
    payload = {"kind": "start", "in": "direct", "data": {"dialogue": dialogue, "args": args}}

    def start(connection: Connection) -> None:
        here = select(table(Space).c.id).where(table(Space).c.connector == "discord")
        inbox.put(
            connection, space_id=connection.execute(here).scalar_one(), place=f"dm:{who.id}",
            event_id=f"{inbox.OURS}{dialogue}:{args}", sender=who.id, payload=payload,
            now=town.clock.now(),
        )  # fmt: skip

    await town.read(start)
    await town.app.settle()


async def test_a_newcomer_is_met_in_a_thread_of_their_own_that_reveals_nothing(
    town: Town, zoe: Person
) -> None:
    await in_thread(town, HELLO, zoe)
    (made,) = town.fake.threads.values()
    assert made["people"] == [zoe.id]
    assert made["name"] == "Passerelle"
    assert made["type"] == 12
    assert town.fake.places[CHANNEL] == []


async def test_no_second_direct_message_is_tried(town: Town, zoe: Person) -> None:
    hello = await in_thread(town, HELLO, zoe)
    await zoe.presses("Français", on=hello)
    await zoe.whispered("nous nous promettons")
    tried = [path for _, path in town.fake.requests if path == f"/channels/{zoe.line}/messages"]
    assert len(tried) == 1


async def test_the_whole_welcome_can_be_answered_there(town: Town, zoe: Person) -> None:
    hello = await in_thread(town, HELLO, zoe)
    await zoe.presses("Français", on=hello)
    for said, label in (("nous nous promettons", "Cela me convient"),
                        ("Êtes-vous d’accord", "Je suis d’accord"),
                        ("que l’on vous appelle", "Zoé")):  # fmt: skip
        await zoe.presses(label, on=await zoe.whispered(said))
    asked = await zoe.whispered("que faites-vous")
    pressed = await zoe.presses("Répondre", on=asked)
    await town.fake.until(lambda: pressed.answer)
    assert pressed.answer is not None
    await zoe.fills_in(pressed.answer["data"], asked, words="Jardinière")
    await zoe.whispered("Sur quoi pourriez-vous aider")


async def test_what_is_said_of_the_thread_is_true_where_a_command_was_just_put_off(
    town: Town, zoe: Person
) -> None:
    await zoe.presses("Français", on=await in_thread(town, HELLO, zoe))
    await zoe.whispered("nous nous promettons")
    await zoe.commands("ask", here=True, need="comptabilité")
    kept = await zoe.whispered("C’est noté")
    footer = kept["content"].splitlines()[-1]
    assert footer.startswith("-# ")
    assert "/demander" not in footer, "this is what was put off"
    assert "en message privé" in footer, "where words do arrive"
    town.fake.closed.clear()
    await zoe.writes("Cela me convient")
    await zoe.hears("Êtes-vous d’accord")


async def test_a_command_in_the_server_is_answered_where_only_they_see_it(
    town: Town, zoe: Person
) -> None:
    await in_thread(town, HELLO, zoe)
    await zoe.commands("rules", here=True)
    await zoe.whispered("Vos messages privés sont fermés")
    await town.app.settle()
    assert town.fake.places[CHANNEL] == []


async def test_writing_in_the_direct_line_opens_it_again(town: Town, zoe: Person) -> None:
    await in_thread(town, HELLO, zoe)
    town.fake.closed.clear()
    await zoe.writes("/rules")
    await town.fake.until(lambda: zoe.heard)


async def test_a_thread_that_was_deleted_is_opened_anew(town: Town, zoe: Person) -> None:
    await in_thread(town, HELLO, zoe)
    town.fake.threads.clear()
    await town.stop()
    await town.start()
    await town.says_something_to(zoe)
    await town.later_until(lambda: town.fake.threads)


async def test_without_a_channel_for_threads_the_message_waits_until_there_is_one(
    town: Town,
) -> None:
    town.fake.system_channel = None
    await town.start()
    who = town.person("Zoé")
    town.fake.closed.add(who.id)
    await who.joins()
    await town.until(lambda c: "INTRO_CHANNEL" in str(c.execute(_reasons).scalars().all()))
    town.fake.system_channel = CHANNEL
    await town.stop()
    await town.start()
    await town.later_until(lambda: town.fake.threads)
    await in_thread(town, HELLO, who)


async def test_an_erasure_takes_the_thread_out_of_memory(town: Town, zoe: Person) -> None:
    hello = await in_thread(town, HELLO, zoe)
    assert await town.closed_lines() == 1
    await zoe.presses("Français", on=hello)
    await zoe.presses("Non merci", on=await zoe.whispered("nous nous promettons"))
    await town.identities(0)
    assert await town.closed_lines() == 0


async def test_a_file_is_given_there_too(
    town: Town, zoe: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(REGISTRY, "contract-give", DIALOGUES["contract-give"])
    await in_thread(town, HELLO, zoe)
    await begins(town, zoe, "contract-give", kind="image/png")
    made = await in_thread(town, "here it is", zoe)
    assert town.fake.files[made["id"]] == FILES["image/png"].content


async def test_what_replaces_a_message_does_so_in_the_thread(
    town: Town, zoe: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(REGISTRY, "contract-line", DIALOGUES["contract-line"])
    await in_thread(town, HELLO, zoe)
    for words in ("5 sur 10", "10 sur 10"):
        await begins(town, zoe, "contract-line", words=words)
    assert [each["content"].splitlines()[0] for each in thread(town)][1:] == ["10 sur 10"]


async def test_what_replaces_a_message_of_a_line_that_was_closed_since_is_said_in_the_thread(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("contract-line", "contract-many"):
        monkeypatch.setitem(REGISTRY, name, DIALOGUES[name])
    await town.start()
    awa = town.person("Awa")
    await awa.joins()
    await awa.hears(HELLO)
    await begins(town, awa, "contract-line", words="5 sur 10")
    town.fake.closed.add(awa.id)
    await begins(town, awa, "contract-many", count=1)
    await begins(town, awa, "contract-line", words="10 sur 10")
    assert [each["content"].splitlines()[0] for each in thread(town)][-1:] == ["10 sur 10"]


async def test_news_that_come_soon_after_a_command_stay_in_the_thread(
    town: Town, zoe: Person
) -> None:
    """Beside the command they were gone once Discord was closed, and nobody said them again."""
    await in_thread(town, HELLO, zoe)
    await zoe.commands("rules", here=True)
    await zoe.whispered("Vos messages privés sont fermés")
    await begins(town, zoe, "same-person")
    await in_thread(town, "c’est bien vous", zoe)
