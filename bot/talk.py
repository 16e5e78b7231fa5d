"""Talking in a terminal: the same conversation as on the page, through the same API."""

from __future__ import annotations

import json
import time
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import quote
from urllib.request import Request, urlopen

from rich.console import Console
from rich.panel import Panel
from rich.text import Text as Plain

from conversations.language import render
from conversations.texts import Text

HOURS = {"hour": 1, "day": 24, "week": 168}
QUIET_SECONDS = 0.6
"""Without a new message for that long, it is the person's turn."""


class Refused(RuntimeError):
    """The server did not take a call; the message says why."""


class Gone(Refused):
    """The server does not answer, or is not one of ours."""


@dataclass(slots=True)
class Line:
    """Calls to the local API. `url` is the server's address."""

    url: str
    token: str | None = None
    locale: str = "en"

    def get(self, path: str) -> Any:
        """Read something."""
        return self._call(Request(f"{self.url}/local/api/{path}"))

    def post(self, path: str, body: dict[str, Any]) -> Any:
        """Say something."""
        data = json.dumps(body).encode()
        headers = {"Content-Type": "application/json"}
        return self._call(Request(f"{self.url}/local/api/{path}", data, headers))

    def _call(self, request: Request) -> Any:
        request.add_header("Accept-Language", self.locale)
        if self.token:
            request.add_header("Authorization", f"Bearer {self.token}")
        try:
            with urlopen(request, timeout=30) as answer:
                return json.load(answer)
        except HTTPError as refusal:
            raise Refused(_message(refusal)) from None
        except (URLError, OSError, ValueError):
            raise Gone(render(Text("talk-unreachable", url=self.url), self.locale)) from None


@dataclass(slots=True)
class Talk:
    """One person's direct line. `read` gives what is typed; it raises EOFError at the end."""

    line: Line
    me: str
    locale: str
    console: Console
    read: Callable[[str], str]
    seen: int = 0
    question: dict[str, Any] | None = None
    pause: Callable[[float], None] = field(default=time.sleep)

    def run(self) -> None:
        """Talk until the person has had enough."""
        self.console.print(self._words("talk-hello"), style="dim")
        self._join()
        while True:
            self.listen()
            try:
                typed = self.read("> ").strip()
            except (EOFError, KeyboardInterrupt):
                return
            if typed in {":quit", ":q"}:
                return
            try:
                self._do(typed)
            except Gone:
                raise
            except Refused as refusal:
                self.console.print(str(refusal), style="yellow")

    def listen(self) -> None:
        """Show what is new, until nothing more comes."""
        place = quote(f"dm:{self.me}")
        quiet_since = time.monotonic()
        while time.monotonic() - quiet_since < QUIET_SECONDS:
            for message in self.line.get(f"places/{place}/messages?after={self.seen}")["messages"]:
                self.seen, quiet_since = message["n"], time.monotonic()
                self._show(message)
            self.pause(0.1)

    def _do(self, typed: str) -> None:
        if typed.startswith(":"):
            self._control(*typed[1:].split(maxsplit=1))
        elif self.question and self.question["form"] and not typed.startswith("/"):
            self._fill_in(self.question, typed)
        elif pressed := _pressed(self.question, typed):
            self._say("action", actions=pressed)
        elif typed:
            self._say("message", text=typed)

    def _control(self, name: str = "", who: str = "") -> None:
        if name in HOURS:
            self.line.post("clock", {"advance_seconds": HOURS[name] * 3600})
        elif name == "as" and who:
            if who != "new" and who not in {each["id"] for each in self._everyone()}:
                raise Refused(self._words("talk-nobody"))
            self.me, self.seen, self.question = who, 0, None
            self._join()
        else:
            raise Refused(self._words("talk-unknown"))

    def _join(self) -> None:
        """A newcomer gets an id and arrives; whoever is known is just there."""
        if self.me == "new":
            self.me = f"visitor-{uuid.uuid4().hex[:8]}"
            self._say("join", values={"locale": self.locale})

    def _everyone(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.line.get("members")["members"]
        return found

    def _say(self, type_: str, **fields: Any) -> None:
        self.question = None
        event = {"id": str(uuid.uuid4()), "place": f"dm:{self.me}", "sender": self.me}
        self.line.post("events", event | {"type": type_} | fields)

    def _fill_in(self, question: dict[str, Any], first: str) -> None:
        """One field after the other; an empty line keeps what is there."""
        given = iter([first])
        values = {}
        for each in question["form"]["fields"]:
            label = each["label"]
            if each["required"]:
                label = self._words("talk-field-required", label=label)
            known = f" [{each['value']}]" if each["value"] else ""
            typed = next(given, None) or self.read(f"{label}{known}: ").strip()
            values[each["name"]] = _chosen(each, typed) or each["value"]
        self._say("form", action=question["token"], values=values)

    def _show(self, message: dict[str, Any]) -> None:
        mine = message["author"] == self.me
        if mine:
            return
        words = Plain("\n".join(_lines(message)))
        author = Plain(message["author_name"])
        self.console.print(Panel(words, title=author, title_align="left", expand=False))
        if message["token"]:
            self.question = message if message["open"] else None

    def _words(self, key: str, **args: str) -> str:
        return render(Text(key, **args), self.locale)


def _message(refusal: HTTPError) -> str:
    try:
        return str(json.load(refusal)["message"])
    except (ValueError, KeyError, TypeError):
        return f"HTTP {refusal.code}"


def _lines(message: dict[str, Any]) -> Iterator[str]:
    yield message["text"]
    if message["card"]:
        yield f"── {message['card']['title']}"
        yield from message["card"]["lines"]
    for n, choice in enumerate(message["choices"] or (), start=1):
        about = f" — {choice['description']}" if choice["description"] else ""
        yield f"{n}. {choice['label']}{about}"
    for each in (message["form"] or {"fields": ()})["fields"]:
        yield f"· {each['label']}: {each['value']}"
    for part in (message["image"], message["link"]):
        if part:
            yield f"{part.get('alt') or part.get('label')}: {part['url']}"


def _pressed(question: dict[str, Any] | None, typed: str) -> list[str]:
    """The tokens of the options whose numbers were typed; none if it was anything else."""
    choices = (question or {}).get("choices") or []
    numbers = [part.strip() for part in typed.split(",")]
    known = {str(n): each["action"] for n, each in enumerate(choices, start=1)}
    return [known[n] for n in numbers] if all(n in known for n in numbers) else []


def _chosen(field: dict[str, Any], typed: str) -> str:
    """Of a choice, the value whose label or number was typed."""
    for n, option in enumerate(field["options"], start=1):
        if typed.casefold() in {str(n), option["label"].casefold()}:
            return str(option["value"])
    return typed


def choose_person(
    line: Line, console: Console, read: Callable[[str], str], locale: str
) -> str | None:
    """Ask who to be until somebody is chosen; None when the person leaves."""
    everyone = {each["id"]: each for each in line.get("members")["members"]}
    while True:
        try:
            who = read(render(Text("talk-who"), locale) + " ").strip()
        except (EOFError, KeyboardInterrupt):
            return None
        if who == "new" or who in everyone:
            return who
        if who:
            console.print(render(Text("talk-nobody"), locale), style="yellow")
            continue
        for each in everyone.values():
            console.print(f"{each['id']:12} {each['name']} — {each['headline']}", markup=False)


def answers(url: str) -> bool:
    """Whether a server answers there."""
    try:
        with urlopen(f"{url}/healthz", timeout=5):
            return True
    except (URLError, OSError, ValueError):
        return False
