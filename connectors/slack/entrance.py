"""The way in: every body of Slack's goes through here, and is safe before Slack hears of it."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from dataclasses import dataclass, replace
from typing import Any

import structlog
from sqlalchemy import Connection

from community import following, places, spaces
from connectors.base import Arrival, NotDelivered, Receive, Surroundings
from connectors.pictures import bring
from connectors.slack import home as homes
from connectors.slack import render
from connectors.slack.api import Api
from connectors.slack.errands import Errands
from connectors.slack.events import NOTHING, Body, Gone, Meaning, read, respoken, spoken
from connectors.slack.people import Known, People, told
from connectors.slack.settings import NAME
from connectors.slack.words import mentioned, with_names
from conversations.home import home
from conversations.language import best
from conversations.language import render as words
from conversations.texts import Text
from storage.database import reading

log = structlog.get_logger()

MOST_NAMED = 5
"""People of one message who are looked up."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a body: the bot may be gone, and a line may go back with the word that we
    have it, for whoever used a command and nobody else.
    """

    gone: Gone | None = None
    line: str = ""


class Entrance:
    """Reads a body, writes the arrival down, and shows windows and Homes."""

    def __init__(
        self, around: Surroundings, api: Api, people: People, receive: Receive, team: str, bot: str
    ) -> None:
        self._around = around
        self._api = api
        self._people = people
        self._receive = receive
        self._team = team
        self._bot = bot
        self.errands = Errands()

    async def take(self, body: Body) -> Taken:
        """Do what a body asks for.

        What `receive` raises means that Slack has to send it again.
        """
        meaning = _understood(body, self._bot)
        if meaning.gone:
            log.error("slack-was-removed", team=self._team)
        if self._is_idle(meaning):
            return Taken()
        if meaning.arrival is not None:
            meaning = await self._with_names(body, meaning)
        if meaning.fill is not None and await self._opened(meaning):
            return Taken()
        line = await self._write_down(meaning.arrival, meaning) if meaning.arrival else ""
        if meaning.dismiss:
            self._later(self._dismiss(meaning.dismiss))
        if meaning.home is not None:
            self._later(self._show_home(meaning.home))
        if meaning.empty:
            self._later(self._whisper("slack-nothing-chosen", meaning.pressed))
        return Taken(meaning.gone, line)

    def _is_idle(self, meaning: Meaning) -> bool:
        """Whether nobody asked for what was said, or nothing of what is kept has changed.

        Slack reports every word of a channel that the bot is in, and every new status of a person.
        """
        arrival = meaning.arrival
        if arrival is None or not (meaning.overheard or arrival.kind == "change"):
            return False
        with reading(self._around.reader) as connection:
            if meaning.overheard:
                assert arrival.place is not None
                return not places.may_read(
                    connection, NAME, self._team, arrival.place, arrival.sender, arrival.replied_to
                )
            self._people.forget(arrival.sender)
            known = told(meaning.user)
            known |= {"locale": best(known.get("locale"), otherwise="")}
            return not following.is_news(connection, NAME, self._team, arrival.sender, known)

    async def _with_names(self, body: Body, meaning: Meaning) -> Meaning:
        """The same, read with the names of those whom Slack mentions by their ids alone."""
        ids = sorted(mentioned(spoken(body)) - {self._bot})[:MOST_NAMED]
        if not ids:
            return meaning
        known = await asyncio.gather(*map(self._people.look, ids))
        names = {id_: each.told.get("name", "") for id_, each in zip(ids, known, strict=True)}
        return _understood(respoken(body, with_names(spoken(body), names)), self._bot)

    async def _dismiss(self, url: str) -> None:
        """Take away what only its reader saw (docs.slack.dev, "Handling user interaction")."""
        await self._api.answer(url, {"delete_original": True})

    async def _write_down(self, arrival: Arrival, meaning: Meaning) -> str:
        """What is said at once to whoever used a command in a channel, where nothing else comes."""
        look = (
            self._people.told(meaning.user) if meaning.user else self._people.look(arrival.sender)
        )
        known = await look
        arrival = await bring(arrival, meaning.attached, self._api.file)
        # What happens in a channel that is shared with others may name their workspace.
        await self._receive(replace(arrival, space=self._team, known=known.told, role=known.role))
        return self._said("slack-in-private", known) if meaning.among_others else ""

    async def _opened(self, meaning: Meaning) -> bool:
        """Whether the form could be shown; a closed one is answered in words instead.

        The window has to be there before the `trigger_id` ends, within 3 seconds (docs.slack.dev,
        "Modals").
        """
        assert meaning.fill is not None
        asked = await self._around.standing(meaning.fill)
        if asked is None or not asked.fields:
            return False
        self._later(self._open(meaning, render.window(asked)))
        return True

    async def _open(self, meaning: Meaning, window: Body) -> None:
        """Whoever pressed waits for it: they are told what to do when it does not come."""
        try:
            client = self._api.client
            await self._api.call(client.views_open, trigger_id=meaning.trigger, view=window)
        except NotDelivered:
            await self._whisper("slack-not-opened", meaning.pressed)
            raise

    async def _show_home(self, user: str) -> None:
        known = await self._people.look(user)
        with reading(self._around.reader) as connection:
            locale = _language(connection, known)
            shown = home(connection, NAME, self._team, user, self._around.now(), locale)
        client = self._api.client
        await self._api.call(client.views_publish, user_id=user, view=homes.view(shown))

    def _said(self, key: str, known: Known) -> str:
        with reading(self._around.reader) as connection:
            return words(Text(key), _language(connection, known))

    async def _whisper(self, key: str, to: tuple[str, str]) -> None:
        channel, user = to
        text = self._said(key, await self._people.look(user))
        client = self._api.client
        await self._api.call(client.chat_postEphemeral, channel=channel, user=user, text=text)

    def _later(self, showing: Coroutine[Any, Any, Any]) -> None:
        """What is only shown may fail: it is shown again when it is asked for again."""

        async def shown() -> None:
            try:
                await showing
            except NotDelivered as refusal:
                log.info("slack-not-shown", why=str(refusal))

        self.errands.run(shown())


def _language(connection: Connection, known: Known) -> str:
    """Their own in Slack; where we don't speak it, the community's."""
    return best(known.told.get("locale"), spaces.language(connection))


def _understood(body: Body, bot: str) -> Meaning:
    """What a body means; a shape that we don't know is acknowledged, and means nothing to us."""
    try:
        meaning = read(body, bot)
        arrival = meaning.arrival
        if arrival and not all(map(_is_id, (arrival.space, arrival.event, arrival.sender))):
            raise TypeError("ids are words")
        return meaning
    except (KeyError, IndexError, TypeError, AttributeError) as fault:
        log.warning(
            "slack-strange-shape", type=str(body.get("type"))[:40], fault=type(fault).__name__
        )
        return NOTHING


def _is_id(given: object) -> bool:
    return isinstance(given, str) and bool(given)
