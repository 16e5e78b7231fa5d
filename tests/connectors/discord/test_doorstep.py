"""What the connector hands in, read off by whoever receives it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pydantic import SecretStr

from connectors.base import Arrival, Receipt, Surroundings
from connectors.discord.connector import DiscordConnector
from connectors.discord.marks import Mark
from connectors.discord.settings import DiscordSettings
from conversations.outgoing import Outgoing
from conversations.questions import Field
from conversations.texts import Text
from storage.database import open_database
from storage.writer import Writer
from tests.fakes.discord_people import MODERATE_MEMBERS, Person
from tests.fakes.discord_server import FakeDiscord
from tests.fakes.discord_wire import CHANNEL, GUILD, MODS, STAFF, TOKEN, Json

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@dataclass
class Listener:
    """Takes arrivals; `asked` is the question behind every token."""

    fake: FakeDiscord
    arrivals: asyncio.Queue[Arrival] = field(default_factory=asyncio.Queue)
    asked: Outgoing | None = None
    faults: list[Exception] = field(default_factory=list)

    async def receive(self, arrival: Arrival) -> Receipt:
        """Take it, unless something is to go wrong with it."""
        if self.faults:
            raise self.faults.pop()
        self.arrivals.put_nowait(arrival)
        return "accepted"

    async def standing(self, _token: str) -> Outgoing | None:
        """The question."""
        return self.asked

    async def next(self) -> Arrival:
        """What comes in next."""
        return await asyncio.wait_for(self.arrivals.get(), 5)

    def person(self, permissions: str = "0", *roles: str) -> Person:
        """Somebody who lives here."""
        who = Person(self.fake, "3001", "Omar", permissions, list(roles))
        self.fake.members[who.id] = who.member()
        return who


@pytest.fixture
async def listener(
    fake: FakeDiscord, new_database: Callable[[str], str], tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> AsyncIterator[Listener]:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    engine = open_database(new_database("sqlite"))
    writer, heard = Writer(engine), Listener(fake)
    around = Surroundings(
        writer=writer, reader=engine, now=lambda: NOON, standing=heard.standing, wake=lambda: None
    )
    settings = DiscordSettings(moderator_roles=frozenset({int(MODS)}))
    connector = DiscordConnector(settings, SecretStr(TOKEN), around)
    fake.members["3001"] = Person(fake, "3001", "Omar").member()
    await connector.start(heard.receive)
    await fake.until(lambda: fake.gateway.connected)
    yield heard
    await connector.stop()
    writer.stop()
    engine.dispose()


@pytest.mark.parametrize(
    ("permissions", "roles", "expected"),
    [("0", [], None), (str(1 << 3), [], "organiser"), (str(1 << 5), [], "organiser"),
     (MODERATE_MEMBERS, [], "moderator"), ("0", [MODS], "moderator"), ("0", [STAFF], None)],
    ids=["nobody", "administrator", "manages", "moderates", "configured", "another-role"],
)  # fmt: skip
async def test_a_role_is_read_from_the_interaction_itself(
    listener: Listener, permissions: str, roles: list[str], expected: str | None
) -> None:
    await listener.person(permissions, *roles).commands("help", here=True)
    assert (await listener.next()).role == expected


@pytest.mark.parametrize(
    ("roles", "expected"), [([], None), ([MODS], "moderator"), ([STAFF], "organiser")]
)
async def test_in_the_direct_line_the_role_in_the_server_counts(
    listener: Listener, roles: list[str], expected: str | None
) -> None:
    who = listener.person("0", *roles)
    member = who.member() | {"guild_id": GUILD}
    await listener.fake.gateway.dispatch("GUILD_MEMBER_UPDATE", member)
    await who.commands("help")
    assert (await listener.next()).role == expected


async def test_a_command_is_private_wherever_it_was_used(listener: Listener) -> None:
    await listener.person().commands("ask", here=True, need="un budget")
    arrival = await listener.next()
    assert (arrival.kind, arrival.command, arrival.text) == ("command", "ask", "un budget")
    assert (arrival.place, arrival.space) == (None, GUILD)
    assert arrival.known == {"name": "Omar", "locale": "fr"}


async def test_a_message_chosen_in_its_menu_becomes_a_request(listener: Listener) -> None:
    said = {"id": "1", "channel_id": CHANNEL, "content": "qui connaît la compta ?"}
    data = {"id": "1", "name": "Find someone who can help", "type": 3, "target_id": "1",
            "resolved": {"messages": {"1": said}}}  # fmt: skip
    await listener.person().interacts(2, data, direct=False)
    arrival = await listener.next()
    assert (arrival.command, arrival.text) == ("ask", "qui connaît la compta ?")


async def test_a_person_chosen_in_their_menu_is_to_be_introduced(listener: Listener) -> None:
    data = {"id": "1", "name": "Introduce to someone", "type": 2, "target_id": "3001",
            "resolved": {"users": {"3001": listener.person().user}}}  # fmt: skip
    await listener.person().interacts(2, data, direct=False)
    arrival = await listener.next()
    assert (arrival.command, arrival.text) == ("intro", "<@3001|Omar>")


async def test_a_name_that_turns_the_sentence_around_is_read_without_its_marks(
    listener: Listener,
) -> None:
    who = listener.person()
    who.name = "\u202eramO"
    await who.commands("help", here=True)
    assert (await listener.next()).known["name"] == "ramO"


async def test_a_name_that_shows_nothing_is_none(listener: Listener) -> None:
    who = listener.person()
    who.name = "\u3164\u200b"
    await who.commands("help", here=True)
    assert "name" not in (await listener.next()).known


async def test_words_and_windows_are_cleaned_as_well(listener: Listener) -> None:
    listener.asked, who = form(FORM[:2]), listener.person()
    await who.writes("\u202e bonjour\u200f")
    assert (await listener.next()).text == "bonjour"
    opened = await who.uses(str(Mark.of("fill", listener.asked, GUILD)), _message(who))
    window = await who.answer_to(opened, 9)
    await who.fills_in(window, _message(who), f0="\u202ezéro", f1="un")
    assert (await listener.next()).values == {"f0": "zéro", "f1": "un"}


async def test_a_sticker_is_no_answer(listener: Listener) -> None:
    await listener.person().writes("")
    arrival = await listener.next()
    assert (arrival.text, arrival.lost) == ("", "other")


async def test_words_that_nobody_can_read_leave_the_connection_as_it_is(
    listener: Listener, capsys: pytest.CaptureFixture[str]
) -> None:
    who = listener.person()
    await listener.fake.until(lambda: listener.fake.gateway.chunked)
    await who.writes(f"<@{'9' * 5000}>")  # more digits than Python reads as a number
    await who.writes("bonjour")
    assert (await listener.next()).text == "bonjour"
    (connected,) = listener.fake.gateway.identified
    assert connected["token"] == TOKEN
    assert "discord-event-broke" in "".join(capsys.readouterr())


async def test_whoever_is_in_the_server_no_more_is_told_so(listener: Listener) -> None:
    who = listener.person()
    await listener.fake.until(lambda: listener.fake.gateway.chunked)
    await who.leaves()
    await who.commands("help")
    await who.whispered("n’êtes plus dans le serveur")
    assert (await listener.next()).kind == "leave"


async def test_where_the_bot_itself_was_taken_out_nobody_is_said_to_have_left(
    listener: Listener,
) -> None:
    who = listener.person()
    await listener.fake.until(lambda: listener.fake.gateway.chunked)
    await listener.fake.gateway.dispatch("GUILD_DELETE", {"id": GUILD})
    await who.commands("help")
    await who.whispered("Je ne suis plus dans le serveur")


async def test_what_is_written_in_the_direct_line_names_people_and_not_their_numbers(
    listener: Listener,
) -> None:
    who = listener.person()
    await who.writes(f"@Léa voici <@{who.id}> et <@!{who.id}>, <@&{MODS}> <#{CHANNEL}> <:oh:98>")
    assert (await listener.next()).text == "@Léa voici Omar et Omar, mods #accueil :oh:"
    await who.writes(f"/bloquer <@{who.id}>")
    assert (await listener.next()).text == "/bloquer <@3001|Omar>"


async def test_two_arguments_are_two_people(listener: Listener) -> None:
    await listener.person().commands("intro", here=True, who="<@3001>", to="Marc")
    assert (await listener.next()).text == "<@3001|…>, Marc"


async def test_what_could_not_be_written_down_is_not_acknowledged(listener: Listener) -> None:
    listener.faults.append(RuntimeError("the disk is full"))
    asked = await listener.person().commands("help", here=True)
    await listener.person().commands("rules", here=True)
    assert (await listener.next()).command == "rules"
    assert asked.answer is None


async def test_several_options_of_a_menu_are_one_answer(listener: Listener) -> None:
    who = listener.person()
    await who.uses(f"s.{GUILD}.0.v1:t", _message(who), ["2", "0", "x"])
    assert (await listener.next()).actions == ("v1:t:2", "v1:t:0")


FORM = [Field(name=f"f{n}", label=Text("card-title", name=f"Champ {n}")) for n in range(7)]


def form(fields: list[Field]) -> Outgoing:
    return Outgoing(
        text=Text("discord-fill-in"), locale="fr", zone="UTC", token="v1:t", fields=fields
    )


def _message(who: Person) -> Json:
    return {"id": "1", "channel_id": who.line, "content": ""}


async def test_a_form_is_filled_in_page_by_page(listener: Listener) -> None:
    listener.asked, who = form(FORM), listener.person()
    opened = await who.uses(str(Mark.of("fill", listener.asked, GUILD)), _message(who))
    window = await who.answer_to(opened, 9)
    sent = await who.fills_in(window, _message(who), f0="zéro", f4="quatre")
    await who.answer_to(sent, 4)
    between = await who.whispered("Il reste une page")
    window = await who.answer_to(await who.presses("Continuer", on=between), 9)
    await who.fills_in(window, between, f6="six")
    arrival = await listener.next()
    assert (arrival.kind, arrival.actions) == ("form", ("v1:t",))
    assert arrival.values == {
        "f0": "zéro", "f1": "", "f2": "", "f3": "", "f4": "quatre", "f5": "", "f6": "six",
    }  # fmt: skip


async def test_a_window_with_more_than_it_allows_is_refused_kindly(listener: Listener) -> None:
    listener.asked, who = form(FORM[:2]), listener.person()
    opened = await who.uses(str(Mark.of("fill", listener.asked, GUILD)), _message(who))
    window = await who.answer_to(opened, 9)
    await who.fills_in(window, _message(who), f0="é" * 4000)
    await who.whispered("C’est un peu long")
    assert listener.arrivals.empty()


async def test_a_page_that_the_form_does_not_have_is_refused(listener: Listener) -> None:
    listener.asked, who = form(FORM[:2]), listener.person()
    await who.uses(str(Mark.of("fill", listener.asked, GUILD, 7)), _message(who))
    await who.whispered("Cette question est close")
