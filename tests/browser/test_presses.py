"""A press counts, whatever arrives between its beginning and its end."""

from __future__ import annotations

from playwright.sync_api import Locator, expect

from tests.browser.conftest import Window
from tests.browser.person import Person


def presses(person: Person, target: Locator) -> None:
    """Put the finger down, and leave it there."""
    target.hover()
    person.page.mouse.down()


def test_a_place_is_chosen_though_news_of_it_arrives_meanwhile(window: Window) -> None:
    awa = window("en").opens("/?as=awa").goes_to("general")
    elif_ = window("en").opens("/?as=elif")
    link = elif_.page.get_by_test_id("place-general")
    presses(elif_, link)
    awa.says("Who is at the market on Saturday?")
    expect(link.get_by_test_id("unread")).to_be_visible()
    elif_.page.mouse.up()
    expect(elif_.page.locator("[data-testid=place-general][aria-current]")).to_be_visible()


def test_a_button_stays_under_the_finger_though_words_arrive_meanwhile(window: Window) -> None:
    elif_ = window("en").opens("/?as=elif")
    elif_.says("/profile")
    elif_.hears("profile-shown")
    button = elif_.option(elif_.words("profile-keep")).last
    presses(elif_, button)
    elsewhere = window("en").opens("/?as=elif")
    elsewhere.says("/rules")
    elsewhere.reads("Dare to ask")
    elif_.page.mouse.up()
    elif_.reads("Dare to ask")
    elif_.hears("profile-kept")
