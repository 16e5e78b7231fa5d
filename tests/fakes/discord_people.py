"""People of the fake Discord: they join, write, press, choose, fill in, and read what they get."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from tests.fakes.discord_gateway import Json
from tests.fakes.discord_server import FakeDiscord
from tests.fakes.discord_wire import ALL, CHANNEL, CHANNEL_THERE, GUILD, ME, Asked

NOON = "2026-11-22T12:00:00+00:00"
MEMBER = "0"
MODERATE_MEMBERS = str(1 << 40)


@dataclass
class Person:
    """Somebody in the server. `twice` delivers whatever they do a second time."""

    fake: FakeDiscord
    id: str
    name: str
    permissions: str = MEMBER
    roles: list[str] = field(default_factory=list)
    locale: str = "fr"
    twice: bool = False
    is_bot: bool = False
    asked: Asked | None = None
    """The interaction that they caused last."""

    @property
    def user(self) -> Json:
        """As Discord tells of them."""
        return {"id": self.id, "username": self.name.lower(), "discriminator": "0", "avatar": None,
                "global_name": self.name, "bot": self.is_bot}  # fmt: skip

    def member(self, *, pending: bool = False, joined: str = NOON) -> Json:
        """As a member of the server."""
        return {"user": self.user, "nick": None, "roles": self.roles, "joined_at": joined,
                "deaf": False, "mute": False, "flags": 0, "pending": pending}  # fmt: skip

    @property
    def line(self) -> str:
        """Their direct line with the bot."""
        return self.fake.line_of(self.id)

    @property
    def heard(self) -> list[Json]:
        """What the bot wrote to them."""
        return self.fake.places[self.line]

    async def lives_here(self, **fields: Any) -> None:
        """They are a member since before the bot connected."""
        self.fake.members[self.id] = self.member(**fields)

    async def joins(
        self, *, pending: bool = False, joined: str = NOON, server: str = GUILD
    ) -> None:
        """They come into the server."""
        self.fake.members[self.id] = self.member(pending=pending, joined=joined)
        await self._happens("GUILD_MEMBER_ADD", self.fake.members[self.id] | {"guild_id": server})

    async def passes_screening(self) -> None:
        """They agree to the server's own rules."""
        self.fake.members[self.id]["pending"] = False
        await self._happens("GUILD_MEMBER_UPDATE", self.fake.members[self.id] | {"guild_id": GUILD})

    async def loses_roles(self) -> None:
        """Somebody takes their roles away."""
        self.permissions, self.roles = MEMBER, []
        self.fake.members[self.id] = self.member()
        await self._happens("GUILD_MEMBER_UPDATE", self.fake.members[self.id] | {"guild_id": GUILD})

    async def leaves(self) -> None:
        """They go."""
        self.fake.members.pop(self.id, None)
        await self._happens("GUILD_MEMBER_REMOVE", {"guild_id": GUILD, "user": self.user})

    async def writes(self, words: str) -> None:
        """They write to the bot."""
        await self._happens("MESSAGE_CREATE", message(self, self.line, words, self.fake.id()))

    async def sends(self, words: str, content: bytes, kind: str) -> None:
        """They write to the bot, with a file."""
        number = self.fake.id()
        written = message(self, self.line, words, number)
        file = self.fake.attached(number, kind, content)
        await self._happens("MESSAGE_CREATE", written | {"attachments": [file]})

    async def commands(
        self, name: str, *, here: bool = False, server: str = GUILD, **arguments: str
    ) -> Asked:
        """They use a command, in the direct line or `here` in the server's channel."""
        options = [{"name": key, "type": 3, "value": value} for key, value in arguments.items()]
        data = {"id": "1", "name": name, "type": 1, "options": options}
        return await self.interacts(2, data, direct=not here, server=server)

    async def chooses_message(self, entry: str, words: str, author: Person) -> Asked:
        """They use an entry of the menu of what somebody wrote in the channel."""
        number = self.fake.id()
        written = message(author, CHANNEL, words, number)
        data = {"id": "1", "name": entry, "type": 3, "target_id": number,
                "resolved": {"messages": {number: written}}}  # fmt: skip
        return await self.interacts(2, data, direct=False)

    async def chooses_person(self, entry: str, person: Person) -> Asked:
        """They use an entry of somebody's menu."""
        data = {"id": "1", "name": entry, "type": 2, "target_id": person.id,
                "resolved": {"users": {person.id: person.user}}}  # fmt: skip
        return await self.interacts(2, data, direct=False)

    async def types(self, name: str, begun: str, argument: str = "need") -> dict[str, str]:
        """They are typing an argument; what is suggested, with what the command would get."""
        option = {"name": argument, "type": 3, "value": begun, "focused": True}
        asked = await self.interacts(4, {"id": "1", "name": name, "type": 1, "options": [option]},
                                     direct=False)  # fmt: skip
        await self.fake.until(lambda: asked.answer)
        assert asked.answer is not None
        return {each["name"]: each["value"] for each in asked.answer["data"]["choices"]}

    async def presses(self, label: str, *, on: Json | None = None) -> Asked:
        """They press a button whose label begins so, on the latest message that has it."""
        message, button = self._found(label, on)
        return await self.uses(button["custom_id"], message)

    async def uses(self, custom_id: str, message: Json, values: list[str] | None = None) -> Asked:
        """They use a component, whatever it is."""
        data: Json = {"custom_id": custom_id, "component_type": 3 if values else 2}
        data |= {"values": values} if values else {}
        direct = message["channel_id"] == self.line
        return await self.interacts(3, data, direct=direct, message=message)

    async def fills_in(self, window: Json, message: Json, **values: str) -> Asked:
        """They send a window that came up from a message."""
        components = [
            {"type": 18, "id": n, "component": _filled(label["component"], values)}
            for n, label in enumerate(window["components"])
        ]
        data = {"custom_id": window["custom_id"], "components": components}
        direct = message["channel_id"] == self.line
        return await self.interacts(5, data, direct=direct, message=message)

    async def interacts(
        self, kind: int, data: Json, *, direct: bool, message: Json | None = None,
        server: str = GUILD,
    ) -> Asked:  # fmt: skip
        """Anything that the bot must answer."""
        asked = self.asked = Asked(kind, self.id, direct)
        number = self.fake.id()
        self.fake.interactions[f"token-{number}"] = asked
        channel: Json = {"id": self.line, "type": 1} if direct else CHANNEL_THERE
        event: Json = {
            "id": number, "application_id": ME, "type": kind, "data": data, "version": 1,
            "token": f"token-{number}", "locale": self.locale, "channel": channel,
            "channel_id": channel["id"], "context": 1 if direct else 0, "app_permissions": ALL,
            "attachment_size_limit": 1, "entitlements": [], "authorizing_integration_owners": {},
        }  # fmt: skip
        if direct:
            event["user"] = self.user
        else:
            event |= {"guild_id": server, "guild_locale": "fr", "guild": {"id": server}}
            event["member"] = self.member() | {"permissions": self.permissions}
        if message is not None:
            event["message"] = _shown(message, channel["id"])
        await self._happens("INTERACTION_CREATE", event)
        return asked

    async def hears(self, words: str) -> Json:
        """Wait until the bot has written this to them, and take it as read."""
        return await self.reads(words, self.heard)

    async def answer_to(self, asked: Asked, kind: int) -> Json:
        """The data of the bot's answer, once it is there, which is of this kind."""
        await self.fake.until(lambda: asked.answer)
        assert asked.answer is not None
        assert asked.answer["type"] == kind
        data: Json = asked.answer["data"]
        return data

    async def whispered(self, words: str) -> Json:
        """The same, where only they see it."""
        return await self.reads(words, self.fake.whispers[self.id])

    async def reads(self, words: str, place: list[Json]) -> Json:
        """The same, in another place."""

        def found() -> int | None:
            return next((n for n, each in enumerate(place) if words in each["content"]), None)

        await self.fake.until(lambda: found() is not None)
        at = found()
        assert at is not None
        return place[at]

    def _found(self, label: str, on: Json | None) -> tuple[Json, Json]:
        for message in [on] if on else [*reversed(self.heard)]:
            for row in message.get("components", ()):
                for button in row["components"]:
                    if button.get("label", "").startswith(label):
                        return message, button
        raise AssertionError(f"{self.name} was never offered {label}")

    async def _happens(self, event: str, data: Json) -> None:
        for _ in range(2 if self.twice else 1):
            await self.fake.gateway.dispatch(event, data)


def _filled(component: Json, values: dict[str, str]) -> Json:
    given = values.get(component["custom_id"], "")
    inner = {"values": [given] if given else []} if component["type"] == 3 else {"value": given}
    return {"type": component["type"], "custom_id": component["custom_id"], "id": 1} | inner


def message(author: Person, channel: str, words: str, number: str) -> Json:
    """Words of somebody as the gateway tells them."""
    return {
        "id": number, "channel_id": channel, "author": author.user, "content": words,
        "timestamp": NOON, "edited_timestamp": None, "tts": False, "mention_everyone": False,
        "mentions": mentioned(author.fake, words), "mention_roles": [], "attachments": [],
        "embeds": [], "pinned": False, "type": 0, "components": [], "flags": 0,
    }  # fmt: skip


def mentioned(fake: FakeDiscord, words: str) -> list[Json]:
    """The people of the server whom words mention, as Discord tells of them beside the words."""
    found = re.findall(r"<@!?(\d+)>", words)
    return [fake.members[each]["user"] for each in found if each in fake.members]


def _shown(message: Json, channel: str) -> Json:
    """A message of the bot's as it comes back with an interaction."""
    bot = {"id": ME, "username": "Passerelle", "discriminator": "0", "avatar": None, "bot": True,
           "global_name": None}  # fmt: skip
    return {
        "id": message["id"], "channel_id": channel, "author": bot, "timestamp": NOON,
        "content": message["content"], "edited_timestamp": None, "tts": False, "type": 0,
        "mention_everyone": False, "mentions": [], "mention_roles": [], "attachments": [],
        "embeds": message.get("embeds", []), "pinned": False, "components": [],
        "flags": message.get("flags", 0),
    }  # fmt: skip
