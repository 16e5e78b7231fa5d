"""One person in one window: reads what the page shows, types, and taps."""

from __future__ import annotations

from itertools import takewhile
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Error, Locator, Page, Request, expect

from conversations.language import render
from conversations.texts import Argument, Text

DIRECT = "dm:"
"""How the key of the direct line with the bot begins."""
SOME = "\N{HORIZONTAL ELLIPSIS}\N{HORIZONTAL ELLIPSIS}"
"""Stands for words that a test doesn't know, such as a date: `hears("where-list", lines=SOME)`."""
JOINING = "/local/api/places?member=visitor-"
"""A newcomer's page asks for their places until the join was handled: not found, at first."""


class Person:
    """`hears` goes down the page: each time further than what was heard in that place before."""

    def __init__(self, page: Page, url: str, locale: str) -> None:
        self.page = page
        self.url = url
        self.locale = locale
        self.place = DIRECT
        self.troubles: list[str] = []
        self._heard: dict[str, int] = {}
        self._watch()

    # Where they are

    def opens(self, address: str) -> Person:
        """Go to an address of the server, such as `/?as=awa`, and wait for the talk."""
        self.page.goto(self.url + address)
        expect(self.composer).to_be_visible()
        return self

    def arrives(self) -> Person:
        """Come for the first time: choose "a newcomer" on the page."""
        self.page.goto(self.url)
        self.page.get_by_test_id("who-newcomer").click()
        expect(self.composer).to_be_visible()
        return self

    def goes_to(self, place: str) -> Person:
        """Choose one of the places on the left by its key, or by how that begins."""
        self.page.locator(f"[data-testid^='place-{place}']").last.click()
        expect(self.page.locator(f"[data-testid^='place-{place}'][aria-current]")).to_be_visible()
        self.place = place
        return self

    def opens_form(self) -> Locator:
        """Ask for the profile and choose to change it; the form."""
        self.says("/profile")
        self.hears("profile-shown")
        self.taps("profile-change")
        return self.hears("profile-form").get_by_test_id("form")

    @property
    def composer(self) -> Locator:
        """Where one writes."""
        return self.page.get_by_test_id("composer")

    @property
    def log(self) -> Locator:
        """What was said in the place on the screen."""
        return self.page.get_by_test_id("log")

    @property
    def rooms(self) -> Locator:
        """The shared rooms in the list of places."""
        return self.page.locator("[data-testid^='place-room:']")

    # What they do

    def says(self, words: str) -> None:
        """Type and send."""
        self.composer.fill(words)
        self.composer.press("Enter")

    def taps(self, key: str, **args: Argument) -> None:
        """Press the option with these words under a question that waits."""
        self.picks(self.words(key, **args))

    def picks(self, label: str) -> None:
        """Press the option with that label under a question that waits."""
        self.option(label).last.click()

    def option(self, label: str) -> Locator:
        """The options with that label that can be pressed now."""
        named = self.page.get_by_text(label, exact=True)
        return self.log.locator("button[data-testid=option]:enabled").filter(has=named)

    def lets_pass(self, span: str, times: int = 1) -> None:
        """Move the demonstration's time on: an `hour`, a `day`, a `week`."""
        for _ in range(times):
            self.page.get_by_test_id(f"clock-{span}").click()
            expect(self.page.locator("#clock")).to_have_attribute("aria-busy", "false")

    # What they see

    def words(self, key: str, **args: Argument) -> str:
        """One of the bot's sentences in this person's language."""
        return render(Text(key, **args), self.locale)

    def hears(self, key: str, **args: Argument) -> Locator:
        """Wait for the message that says this; the message."""
        return self.reads(self.words(key, **args))

    def is_shown_people(self, need: str) -> Locator:
        """Wait for the members found for a need, one or several; the message."""
        one, several = (self.words("ask-who", need=need, people=count) for count in (1, 2))
        same = takewhile(lambda pair: pair[0] == pair[1], zip(one, several, strict=False))
        return self.reads("".join(letter for letter, _ in same))

    def reads(self, words: str) -> Locator:
        """Wait for a message with these words; the message."""
        later = f"xpath=.//article[@data-n > {self._heard.get(self.place, 0)}]"
        messages = self.log.locator(later)
        for part in words.split(SOME):
            messages = messages.filter(has_text=part)
        try:
            n = messages.first.get_attribute("data-n")
        except Error:
            raise AssertionError(f"not said: {words}\nbut: {self.log.inner_text()}") from None
        self._heard[self.place] = int(n or 0)
        return self.log.locator(f"[data-n='{n}']")

    def sees_nothing_of(self, *words: str) -> None:
        """None of these words are anywhere on the page."""
        for each in words:
            expect(self.page.locator("body")).not_to_contain_text(each)

    def leaves(self) -> None:
        """Close the window."""
        self.page.close()

    # What goes wrong behind the page

    def forgives(self, words: str) -> None:
        """A trouble that this test causes on purpose."""
        self.troubles = [trouble for trouble in self.troubles if words not in trouble]

    def _watch(self) -> None:
        self.page.on("console", self._note)
        self.page.on("pageerror", lambda error: self.troubles.append(f"error: {error}"))
        self.page.on("request", self._stay)

    def _note(self, message: ConsoleMessage) -> None:
        where = message.location["url"]
        if message.type in {"error", "warning"} and JOINING not in where:
            self.troubles.append(f"{message.type}: {message.text} ({where})")

    def _stay(self, request: Request) -> None:
        """Everything that the page loads comes from the server that it came from."""
        asked, own = urlsplit(request.url), urlsplit(self.url)
        if asked.scheme != "data" and (asked.scheme, asked.netloc) != (own.scheme, own.netloc):
            self.troubles.append(f"another host: {request.url}")
