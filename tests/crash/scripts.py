"""Two hundred conversations, each a list of lines, played by people who never give up."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from typing import Any

PAUSE = 0.4
"""Seconds between two looks: what fifty people look for all the time slows the server down."""
PATIENCE = 180
"""Seconds until an answer or a message must have come, however often the server dies meanwhile."""
LETTERS = str.maketrans("0123456789", "ghijklmnop")
JSON = {"Content-Type": "application/json"}


@dataclass(frozen=True)
class Line:
    """One thing somebody does. `heard` is how many messages of the bot they have by then."""

    who: str
    event: dict[str, Any]
    heard: int
    tap: str | None = None
    """The beginning of the label to press, in the last message that has one."""


def newcomer(n: int) -> Iterator[Line]:
    """Somebody who arrives and goes through the whole welcome."""
    who = f"new{n}"
    yield Line(who, {"type": "join", "values": {"locale": "fr"}}, 0)
    yield Line(who, {"type": "action"}, 1, "Français")
    yield Line(who, {"type": "action"}, 3, "Cela me convient")
    yield Line(who, {"type": "action"}, 4, "Je suis d")
    for heard, words in enumerate((f"Nom{n}", "Potière", f"poterie{n}", "passer", "passer"), 5):
        yield Line(who, {"type": "message", "text": words}, heard)
    yield Line(who, {"type": "action"}, 10, "Garder")
    yield Line(who, {"type": "action"}, 11, "Plus tard")
    yield Line(who, {"type": "message", "text": "/rules"}, 12)


def craft(n: int) -> str:
    """What one helper offers, in a word like no other: a search forgives misspelt words."""
    return hashlib.sha256(str(n).encode()).hexdigest()[:12].translate(LETTERS)


def request(n: int) -> Iterator[Line]:
    """Somebody who asks, is helped by the one who can, and looks where the request stands."""
    asker, helper = f"asker{n}", f"helper{n}"
    ask = {"type": "message", "text": f"/ask {craft(n)}"}
    yield Line(asker, ask, 0)
    yield Line(asker, {"type": "action"}, 1, f"Helper{n}")
    yield Line(asker, {"type": "message", "text": f"contexte {n}"}, 2)
    yield Line(helper, {"type": "action"}, 1, "En savoir plus")
    yield Line(helper, {"type": "message", "text": "Pour quand ?"}, 2)
    yield Line(asker, {"type": "message", "text": "Pour demain"}, 4)
    yield Line(helper, {"type": "action"}, 4, "J’accepte")
    yield Line(asker, {"type": "message", "text": "/where"}, 6)
    yield Line(asker, {"type": "action"}, 7, "Merci")


FINAL = {"new": 13, "asker": 8, "helper": 5}
"""How many messages of the bot each has at the end."""


class Player:
    """Plays one conversation against a server that comes and goes; sends each event twice."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._line: HTTPConnection | None = None
        self._heard: dict[str, list[dict[str, Any]]] = {}
        self._last: dict[str, int] = {}

    def play(self, lines: Iterator[Line]) -> None:
        """Play to the end."""
        people: set[str] = set()
        for n, line in enumerate(lines):
            messages = self._until_heard(line.who, line.heard)
            event = line.event | {"id": f"{line.who}-{n}", "sender": line.who}
            event |= {"place": f"dm:{line.who}"}
            if line.tap is not None:
                event |= {"action": _token(messages, line.tap)}
            self._post_twice(event)
            people.add(line.who)
        for who in people:
            self._until_heard(who, FINAL[who.rstrip("0123456789")])
        self._hang_up()

    def _until_heard(self, who: str, count: int) -> list[dict[str, Any]]:
        heard = self._heard.setdefault(who, [])
        until = time.monotonic() + PATIENCE
        while len(heard) < count:
            assert time.monotonic() < until, f"{who} heard {len(heard)} messages, not {count}"
            after = self._last.get(who, 0)
            answer = self._call("GET", f"/places/dm:{who}/messages?after={after}")
            for message in answer["messages"]:
                self._last[who] = message["n"]
                if message["author"] == "bot":
                    heard.append(message)
            if len(heard) < count:
                time.sleep(PAUSE)
        return heard

    def _post_twice(self, event: dict[str, Any]) -> None:
        for _ in range(2):
            assert self._call("POST", "/events", event)["status"] in {"accepted", "seen"}

    def _call(self, how: str, path: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
        """Call until there is an answer: the server may be dead, or die in the middle."""
        until = time.monotonic() + PATIENCE
        while True:
            try:
                line = self._line or HTTPConnection("127.0.0.1", self._port, timeout=20)
                self._line = line
                line.request(how, f"/local/api{path}", json.dumps(body), JSON)
                answer: dict[str, Any] = json.loads(line.getresponse().read())
                return answer
            except (OSError, HTTPException, ValueError):
                self._hang_up()
                assert time.monotonic() < until, "the server stays away"
                time.sleep(PAUSE)

    def _hang_up(self) -> None:
        if self._line is not None:
            self._line.close()
            self._line = None


def _token(messages: list[dict[str, Any]], label: str) -> str:
    for message in reversed(messages):
        for choice in message["choices"] or ():
            if choice["label"].startswith(label):
                return str(choice["action"])
    raise AssertionError(f"no button {label} in {messages[-1]}")
