"""A headless browser, a demonstration for each module, and people with windows of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.chromium import NoChromium, chromium
from tests.browser.demo import Demo
from tests.browser.person import Person

PATIENCE = 30_000
LOCALES = {"fr": "fr-FR", "en": "en-GB"}

Window = Callable[..., Person]


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """The system's Chromium."""
    expect.set_options(timeout=PATIENCE)
    try:
        with chromium() as running:
            yield running
    except NoChromium as wanting:
        pytest.skip(str(wanting))


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """A fresh demonstration, in the morning; at its end it has noted no fault."""
    demo = Demo(tmp_path_factory.mktemp("demo"))
    demo.start("--fresh")
    demo.wait_for_morning()
    yield demo
    demo.stop()
    assert demo.faults == []


@pytest.fixture
def window(browser: Browser, demo: Demo) -> Iterator[Window]:
    """Opens a window for one more person: `window("en")`. None of them ends with a trouble."""
    people = []

    def make(locale: str = "fr", **options: Any) -> Person:
        options = {"viewport": {"width": 1100, "height": 760}} | options
        context = browser.new_context(
            locale=LOCALES[locale], timezone_id="Europe/Paris", **options
        )  # fmt: skip
        context.set_default_timeout(PATIENCE)
        people.append(Person(context.new_page(), demo.url, locale))
        return people[-1]

    yield make
    for person in people:
        person.page.context.close()
    assert [person.troubles for person in people if person.troubles] == []
