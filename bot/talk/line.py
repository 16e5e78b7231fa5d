"""The line to a server: calls to the local API, and what it refuses."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import quote
from urllib.request import Request, urlopen

from conversations.language import render
from conversations.texts import Text


class Refused(RuntimeError):
    """The server did not take a call; the message says why."""


class NotTaken(Refused):
    """What was typed can't be taken; another try may do."""


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

    def everyone(self) -> dict[str, dict[str, Any]]:
        """The members, by id."""
        return {each["id"]: each for each in self.get("members")["members"]}

    def messages(self, place: str, after: int) -> list[dict[str, Any]]:
        """What was said in a place since."""
        said, _ = self.news(place, after)
        return said

    def news(self, place: str, after: int) -> tuple[list[dict[str, Any]], bool]:
        """What was said in a place since, and whether the bot is about to say more there.

        All of it: the server gives it in pages.
        """
        said: list[dict[str, Any]] = []
        while page := (answer := self._page(place, after))["messages"]:
            said += page
            after = page[-1]["n"]
        return said, answer["answering"]

    def _page(self, place: str, after: int) -> Any:
        return self.get(f"places/{quote(place)}/messages?after={after}")

    def fetch(self, path: str) -> bytes:
        """The bytes of a file, by the path that its message names."""
        return self._read(Request(f"{self.url}{path}"))

    def _call(self, request: Request) -> Any:
        try:
            return json.loads(self._read(request))
        except ValueError:
            raise Gone(render(Text("talk-unreachable", url=self.url), self.locale)) from None

    def _read(self, request: Request) -> bytes:
        request.add_header("Accept-Language", self.locale)
        if self.token:
            request.add_header("Authorization", f"Bearer {self.token}")
        try:
            with urlopen(request, timeout=30) as answer:
                return bytes(answer.read())
        except HTTPError as refusal:
            raise Refused(_message(refusal)) from None
        except (URLError, OSError):
            raise Gone(render(Text("talk-unreachable", url=self.url), self.locale)) from None


def _message(refusal: HTTPError) -> str:
    try:
        return str(json.load(refusal)["message"])
    except (ValueError, KeyError, TypeError):
        return f"HTTP {refusal.code}"


def address(given: str) -> str:
    """A server's address as one types it: `127.0.0.1:8000` will do."""
    return (given if "://" in given else f"http://{given}").rstrip("/")


def answers(url: str) -> bool:
    """Whether a server answers there."""
    try:
        with urlopen(f"{url}/healthz", timeout=5):
            return True
    except (URLError, OSError, ValueError):
        return False
