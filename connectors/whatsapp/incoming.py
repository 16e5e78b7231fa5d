"""What a person sent: read from Twilio's fields, and told apart before the bot hears of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache

import structlog
from sqlalchemy import Connection

from community.words import clean
from connectors.base import Arrival
from connectors.pictures import Attached
from connectors.whatsapp import people, silence
from connectors.whatsapp.changes import SYSTEM, UNSAID, new_address
from connectors.whatsapp.known import Known
from connectors.whatsapp.settings import ADDRESS, WhatsAppSettings
from connectors.whatsapp.templates import SEE
from conversations.commands import typed
from conversations.incoming import Kind
from conversations.language import locales, render
from conversations.link_codes import brought
from conversations.questions import plain
from conversations.sayings import impolite
from conversations.texts import Text
from storage import inbox
from storage.together import Together
from storage.writer import Writer

log = structlog.get_logger()

MOST_READ = 4096
"""Characters of a person's message (WhatsApp's own limit)."""
MOST_MEDIA = 10
"""Files of a message (Twilio docs, "Message resource": MediaUrl)."""
MOST_ALONE = 60
"""Characters of words that stand alone."""
_WHOM = re.compile(r"[- ](?:moi|me|vous)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """One inbound message. `addresses` are all that it gives of the sender.

    `unsaid` names what is nobody's words; of WhatsApp's own, `changed_to` may be the new address.
    """

    sid: str
    addresses: tuple[str, ...]
    at: datetime
    words: str = ""
    action: str = ""
    name: str = ""
    replied_to: str = ""
    media: int = 0
    """How many files came with it; where the platform's list names it, `attached` is empty."""
    attached: tuple[Attached, ...] = ()
    unsaid: str = ""
    changed_to: str | None = None


def read(fields: Mapping[str, str], at: datetime) -> Heard:
    """The fields of a webhook (Twilio docs, "Webhook request"); unknown ones are left alone."""
    sender, other = fields["From"], fields.get("ExternalUserId", "")
    addresses = tuple(dict.fromkeys(filter(ADDRESS.fullmatch, (sender, other))))
    said, media = readable(fields.get("Body", "")), count(fields.get("NumMedia"))
    kind = fields.get("MessageType", "")
    return Heard(
        sid=fields["MessageSid"],
        addresses=addresses,
        at=at,
        words=said,
        action=fields.get("ButtonPayload") or fields.get("ListId") or "",
        name=clean(fields.get("ProfileName", "")),
        replied_to=fields.get("OriginalRepliedMessageSid", ""),
        media=media,
        attached=tuple(
            Attached(fields.get(f"MediaUrl{n}", ""), fields.get(f"MediaContentType{n}", ""))
            for n in range(media)
        ),
        unsaid=kind if kind in UNSAID else "",
        changed_to=new_address(said) if kind == SYSTEM else None,
    )


def count(given: str | None) -> int:
    """How many files (Twilio docs, "Webhook request": NumMedia); WhatsApp sends one at a time."""
    return min(int(given), MOST_MEDIA) if given and given.isdecimal() else 0


def readable(body: str) -> str:
    """What can be seen of a message, without marks that turn a sentence around."""
    return clean(body[:MOST_READ])


@lru_cache
def spoken(*keys: str) -> frozenset[str]:
    """Words that mean something wherever they stand alone, in every language."""
    return frozenset(
        _core(word)
        for locale in locales() for key in keys for word in render(Text(key), locale).split(",")
    )  # fmt: skip


def stops() -> frozenset[str]:
    """What stops: those of the command, and those that only mean it on a telephone."""
    return spoken("command-stop-words", "whatsapp-stop-words")


def starts() -> frozenset[str]:
    """What brings back, likewise."""
    return spoken("command-resume-words", "whatsapp-start-words")


class Listener:
    """Finds out who wrote and what it is; gives what the bot is to hear of, if anything."""

    def __init__(
        self,
        writer: Writer,
        space: int,
        settings: WhatsAppSettings,
        now: Callable[[], datetime],
    ) -> None:
        self._space = space
        self._number = settings.number
        self._seal, self._mark = settings.seal, settings.mark
        self._now = now
        self._together: Together[Heard, Arrival | None] = Together(writer, self._sort)

    async def __call__(self, heard: Heard) -> Arrival | None:
        """None once it is dealt with here, or was heard before. Raises what the database does."""
        return await self._together(heard)

    def _sort(self, connection: Connection, many: list[Heard]) -> Sequence[Arrival | None]:
        """Most messages are words or taps of known members: what they need is read at once.

        Whatever else there is may change who is who, so that what follows it is read anew.
        """
        quick = Known(connection, self._space, many, self._seal)
        seen = self._seen(connection, *many)
        found: list[Arrival | None] = []
        for heard in many:
            person = quick.person(heard.addresses) if _is_plain(heard) else None
            if heard.sid in seen:
                found.append(None)
            elif person is None:
                found.append(self._one(connection, heard))
                quick.forget()
            else:
                quick.heard(heard.addresses, heard.at)
                found.append(arrival(self._number, person, heard))
        quick.write(connection)
        return [each and replace(each, seal=self._mark(each.event)) for each in found]

    def _seen(self, connection: Connection, *many: Heard) -> set[str]:
        """Which were heard before, however long ago, by somebody who may be forgotten by now."""
        marks = {heard.sid: self._mark(heard.sid) for heard in many}
        return inbox.known(connection, self._space, marks)

    def _one(self, connection: Connection, heard: Heard) -> Arrival | None:
        if self._seen(connection, heard):
            return None
        found = self._sorted(connection, heard)
        if found is None:
            inbox.remember(connection, self._space, [self._mark(heard.sid)], self._now())
        return found

    def _sorted(self, connection: Connection, heard: Heard) -> Arrival | None:
        now = self._now()
        if people.was_erased(connection, self._space, heard.addresses, self._seal, heard.at):
            return None
        if heard.unsaid:
            self._take_aside(connection, heard, now)
            return None
        if self._answers_a_knock(connection, heard):
            heard = replace(heard, action=SEE)
        person = people.meet(connection, self._space, heard.addresses, heard.at, now)
        return _Sorting(connection, self._space, self._number, person, heard, now).sort()

    def _take_aside(self, connection: Connection, heard: Heard, now: datetime) -> None:
        """What nobody wrote is no answer to anything; another address is somebody's from now on."""
        log.info("nobody-s-words", message=heard.sid, kind=heard.unsaid)
        if heard.changed_to is not None:
            people.changed(connection, self._space, heard.addresses, heard.changed_to, now)

    def _answers_a_knock(self, connection: Connection, heard: Heard) -> bool:
        """A tap may come as mere words: from Twilio's list it always does."""
        tapped = not heard.action and plain(heard.words) in spoken("whatsapp-template-see")
        return tapped and people.is_knocked(connection, self._space, heard.addresses)


@dataclass(frozen=True, slots=True)
class _Sorting:
    """One message of somebody known, within the transaction around it."""

    connection: Connection
    space: int
    number: str
    person: str
    heard: Heard
    now: datetime

    def sort(self) -> Arrival | None:
        """What the bot hears of it."""
        heard, words, silent = self.heard, _alone(self.heard), self._silent()
        if not people.is_member(self.connection, self.space, self.person):
            return self._first(words, silent)
        if heard.action == SEE:
            return self._arrival(kind="look")
        if words in stops() and not heard.action:
            return self._stopped(silent)
        if words in starts() and silent and not heard.action:
            silence.end(self.connection, self.space, self.person)
            return self._arrival(kind="command", command="resume")
        one_way = silent not in {None, silence.BLOCKED}
        return replace(arrival(self.number, self.person, heard), one_way=one_way)

    def _first(self, words: str, silent: str | None) -> Arrival | None:
        """Whatever somebody writes first is never the answer to a question.

        What needs no welcome, as a code of `/link`, is done at once; the rest is kept for after it.
        """
        if words in stops():
            if silent is None:
                self._begin_silence(self.heard.sid)
                silence.confirm(self.connection, self.space, self.person, self.now)
            return None
        command = typed(self.heard.words)[0] if self.heard.words.startswith("/") else None
        if brought(self.heard.words) or (command is not None and command.newcomers):
            return arrival(self.number, self.person, self.heard)
        first = "" if self.heard.action == SEE else self.heard.words
        return self._arrival(kind="join", first=first)

    def _silent(self) -> str | None:
        """By which message they want silence; it is over for who came back or lifted a block."""
        by = silence.wanted_by(self.connection, self.space, self.person, self.now)
        if by in {None, silence.BLOCKED}:
            silence.end(self.connection, self.space, self.person)
        return by

    def _begin_silence(self, by: str) -> None:
        silence.begin(self.connection, self.space, self.person, by, self.now)

    def _stopped(self, before: str | None) -> Arrival | None:
        """Silence from now on; said once, however often it is asked for."""
        if before not in {None, silence.BLOCKED, self.heard.sid}:
            return None
        self._begin_silence(self.heard.sid)
        return self._arrival(kind="command", command="stop")

    def _arrival(self, *, kind: Kind, command: str = "", first: str = "") -> Arrival:
        known = {name: told for name, told in (("name", self.heard.name), ("first", first)) if told}
        return Arrival(
            space=self.number, event=self.heard.sid, sender=self.person, kind=kind,
            command=command, known=known,
        )  # fmt: skip


def arrival(number: str, person: str, heard: Heard) -> Arrival:
    """Words, or a tap."""
    actions = (heard.action,) if heard.action else ()
    return Arrival(
        space=number, event=heard.sid, sender=person, kind="action" if actions else "message",
        actions=actions, text="" if actions else heard.words, replied_to=heard.replied_to,
        lost="" if heard.words or actions else "other",
    )  # fmt: skip


def _is_plain(heard: Heard) -> bool:
    """Whether it is for the bot and nobody else, by its looks alone."""
    if heard.action:
        return heard.action != SEE and not heard.unsaid
    return not heard.unsaid and _alone(heard) not in _special()


def _alone(heard: Heard) -> str:
    """The words as those that stand alone are compared: "/stop" is STOP."""
    return _core(heard.words.removeprefix("/"))


def _core(words: str) -> str:
    """What the words ask for, whoever is meant and however politely or often: "stop stop svp"."""
    if len(words) > MOST_ALONE:
        return ""
    said = _WHOM.sub("", impolite(words)).replace("'", "").replace("-", " ")
    return " ".join(dict.fromkeys(said.split()))


@lru_cache
def _special() -> frozenset[str]:
    return stops() | starts() | spoken("whatsapp-template-see")
