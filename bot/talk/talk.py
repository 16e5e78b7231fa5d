"""One person's direct line, in a terminal: who speaks, what is typed, what comes back."""

from __future__ import annotations

import time
import uuid
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from rich.console import Console

from bot.talk.form import Form, SetAside
from bot.talk.line import Gone, Line, NotTaken, Refused
from bot.talk.saved import Folder
from bot.talk.shown import panel
from conversations.language import render
from conversations.texts import Argument, Text

HOURS = {"hour": 1, "day": 24, "week": 168}
NEW = "new"
QUIT = {":quit", ":q"}
QUIET_SECONDS = 0.3
"""Without a new message for that long, it is the person's turn …"""
PATIENCE_SECONDS = 60.0
"""… or for that long, while the bot has not answered yet."""
LATEST = 5
"""Messages that remind somebody of where they were."""
ENDS = (EOFError, KeyboardInterrupt)
"""Ctrl-D and Ctrl-C end the talk, wherever it is."""


@dataclass(slots=True)
class Talk:
    """A talk. `read` gives what is typed; it raises EOFError at the end."""

    line: Line
    me: str
    locale: str
    console: Console
    read: Callable[[str], str]
    seen: int = 0
    question: dict[str, Any] | None = None
    aside: bool = False
    """Whether the form that stands was left for a while."""
    drafts: defaultdict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    """What was given in each form, by its token: a form that is refused begins with it."""
    pause: Callable[[float], None] = field(default=time.sleep)
    folder: Folder = field(default_factory=Folder)

    def run(self) -> None:
        """Talk until the person has had enough. Raises NotTaken if nobody has the id `me`."""
        self._be(self.me)
        self._note("talk-hello")
        while True:
            self.listen()
            try:
                typed = self._typed()
                if typed in QUIT:
                    return
                self._do(typed)
            except Gone:
                raise
            except Refused as refusal:
                self.console.print(str(refusal), style="yellow")

    def listen(self) -> None:
        """Show what is new, until nothing more comes."""
        quiet_since, answering = time.monotonic(), True
        while time.monotonic() - quiet_since < (PATIENCE_SECONDS if answering else QUIET_SECONDS):
            said, answering = self.line.news(self._place, self.seen)
            for message in said:
                quiet_since = time.monotonic()
                if message["author"] != self.me:
                    self._show(message)
                self._take_in(message)
            self.pause(0.1)
        self.question = self._still_open()

    @property
    def _place(self) -> str:
        return f"dm:{self.me}"

    def _typed(self) -> str:
        """What is said next: at the prompt, or instead of a form."""
        if not (self.question and self.question["form"]) or self.aside:
            return typed(self.read, "> ", self.locale)
        try:
            self._fill_in(self.question["form"]["fields"], self.question["token"])
        except SetAside as instead:
            return instead.typed
        return ""

    def _fill_in(self, fields: list[dict[str, Any]], token: str) -> None:
        def read(label: str) -> str:
            return typed(self.read, label, self.locale)

        def explain(words: str) -> None:
            self.console.print(words, style="dim")

        values = Form(fields, self.drafts[token], read, explain, self.locale).fill_in()
        self._say("form", action=token, values=values)

    def _do(self, typed: str) -> None:
        if typed.startswith(":"):
            self._control(*typed[1:].split(maxsplit=1))
        elif pressed := pressed_by(self.question, typed):
            self._say("action", actions=pressed)
        elif typed:
            self._say("message", text=typed)

    def _control(self, name: str = "", who: str = "") -> None:
        if name in HOURS:
            self._move_on(HOURS[name])
        elif name == "as" and who:
            self._be(who)
        elif name in {"back", "form"} and self.question and self.question["form"]:
            self.aside = name == "back"
            if self.aside:
                self._note("talk-aside")
        else:
            raise NotTaken(self._words("talk-unknown"))

    def _move_on(self, hours: int) -> None:
        now = self.line.post("clock", {"advance_seconds": hours * 3600})["now"]
        here = datetime.fromisoformat(now).astimezone()
        self._note("talk-now", day=here.date(), time=f"{here:%H:%M}")

    def _be(self, who: str) -> None:
        """Speak as that member. A newcomer gets an id and arrives; the others are reminded."""
        known = expect(self.line, who, self.locale)
        self.me = f"visitor-{uuid.uuid4().hex[:8]}" if who == NEW else who
        self.seen, self.question = 0, None
        if who == NEW:
            self._note("talk-newcomer", id=self.me)
            self._say("join", values={"locale": self.locale})
        else:
            self._note("talk-as", name=known[who]["name"] or who)
            self._remind()

    def _remind(self) -> None:
        """The last few messages, with one's own words among them."""
        latest = deque(self.line.messages(self._place, 0), maxlen=LATEST)
        for message in latest:
            if message["author"] == self.me:
                self.console.print(f"> {message['text']}", style="dim")
            else:
                self._show(message)
            self._take_in(message)

    def _take_in(self, message: dict[str, Any]) -> None:
        self.seen = message["n"]
        if message["token"]:
            self.question, self.aside = message, False

    def _still_open(self) -> dict[str, Any] | None:
        """The question, unless it was answered or fell due: an answer that is refused leaves it."""
        if self.question is None:
            return None
        now = self.line.messages(self._place, self.question["n"] - 1)[0]
        return now if now["open"] else None

    def _say(self, type_: str, **fields: Any) -> None:
        event = {"id": str(uuid.uuid4()), "place": self._place, "sender": self.me}
        self.line.post("events", event | {"type": type_} | fields)

    def _show(self, message: dict[str, Any]) -> None:
        shown = self.folder.with_path(message, self.line)
        self.console.print(panel(shown, self.console.width))

    def _note(self, key: str, **args: Argument) -> None:
        self.console.print(self._words(key, **args), style="dim")

    def _words(self, key: str, **args: Argument) -> str:
        return render(Text(key, **args), self.locale)


def pressed_by(question: dict[str, Any] | None, typed: str) -> list[str]:
    """The tokens of the options whose numbers were typed; none if it was anything else."""
    choices = (question or {}).get("choices") or []
    numbers = [part.strip() for part in typed.split(",")]
    known = {str(n): each["action"] for n, each in enumerate(choices, start=1)}
    return [known[n] for n in numbers] if all(n in known for n in numbers) else []


def typed(read: Callable[[str], str], prompt: str, locale: str) -> str:
    """What was typed; raises NotTaken for what no terminal in UTF-8 would send."""
    line = read(prompt).strip()
    try:
        line.encode()
    except UnicodeEncodeError:
        raise NotTaken(render(Text("talk-not-utf8"), locale)) from None
    return line


def expect(line: Line, who: str, locale: str) -> dict[str, dict[str, Any]]:
    """Everyone, by id; raises NotTaken unless that is one of them, or a newcomer."""
    known = line.everyone()
    if who != NEW and who not in known:
        shown = who.encode(errors="replace").decode()
        raise NotTaken(render(Text("talk-nobody", who=shown, known=[NEW, *known]), locale))
    return known


def choose_person(line: Line, console: Console, read: Callable[[str], str], locale: str) -> str:
    """Ask who to be until somebody is chosen. Raises Refused by a server that lets nobody in."""
    known = line.everyone()
    while True:
        try:
            who = typed(read, render(Text("talk-who"), locale) + " ", locale)
            if who in QUIT:
                raise EOFError
            if who:
                expect(line, who, locale)
                return who
            for each in known.values():
                console.print(f"{each['id']:12} {each['name']} — {each['headline']}")
        except NotTaken as refusal:
            console.print(str(refusal), style="yellow")
