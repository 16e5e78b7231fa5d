"""The page itself: on a phone, by keyboard alone, for a screen reader, and kept to its host."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Locator, Page, Request, expect

from tests.browser.conftest import Window
from tests.browser.demo import Demo
from tests.browser.person import SOME

PHONE = {"viewport": {"width": 360, "height": 740}, "is_mobile": True, "has_touch": True}
MANY_KEYS = 60


def overflow(page: Page) -> int:
    """How many pixels of the page, or of the talk, are beyond its right edge."""
    wide = "nodes => Math.max(...nodes.map(node => node.scrollWidth - node.clientWidth))"
    pixels: int = page.locator("html, body, main:visible, [role=log]").evaluate_all(wide)
    return pixels


def tab_to(target: Locator, key: str = "Tab") -> None:
    """Go there as somebody without a mouse does."""
    focused = target.page.locator(":focus")
    for _ in range(MANY_KEYS):
        target.page.keyboard.press(key)
        if target.and_(focused).count():
            return
    raise AssertionError(f"{key} never reaches {target}")


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_choosing_who_to_be_fits_a_phone(window: Window, locale: str) -> None:
    person = window(locale, **PHONE)
    person.page.goto(person.url)
    expect(person.page.get_by_test_id("who-awa")).to_be_visible()
    assert overflow(person.page) == 0


def test_a_talk_fits_a_phone(window: Window) -> None:
    person = window("fr", **PHONE).opens("/?as=lucas")
    expect(person.opens_form()).to_be_visible()
    assert overflow(person.page) == 0
    person.says("W" * 300)
    person.reads("W" * 300)
    assert overflow(person.page) == 0


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_on_a_phone_the_invitation_to_write_fits_on_one_line(window: Window, locale: str) -> None:
    person = window(locale, **PHONE).arrives()
    line = person.page.get_by_test_id("composer")
    grown = line.evaluate("it => [it.scrollHeight, it.offsetHeight]")
    assert max(grown) <= 50, grown


def test_on_a_phone_the_places_are_behind_a_button(window: Window) -> None:
    person = window("fr", **PHONE).opens("/?as=samira")
    places = person.page.get_by_test_id("place-general")
    expect(places).not_to_be_in_viewport()
    person.page.get_by_role("button", name=person.words("page-menu-open")).tap()
    expect(places).to_be_in_viewport()
    assert overflow(person.page) == 0
    places.tap()
    expect(places).not_to_be_in_viewport()
    expect(person.page.locator("#room-title")).to_have_text("# general")


def test_help_can_be_asked_for_with_the_keyboard_alone(window: Window) -> None:
    person = window("fr")
    person.page.goto(person.url)
    keyboard = person.page.keyboard
    tab_to(person.page.get_by_test_id("who-search"))
    keyboard.type("etienne")
    tab_to(person.page.get_by_test_id("who-etienne"))
    keyboard.press("Enter")
    expect(person.composer).to_be_focused()
    keyboard.type("qui peut m'aider avec une boutique en ligne ?")
    keyboard.press("Enter")
    person.is_shown_people("boutique en ligne")
    tab_to(person.option("Samira Oulhaj"), "Shift+Tab")
    keyboard.press("Space")
    person.hears("ask-context")
    expect(person.composer).to_be_focused()
    keyboard.type("Mes courges se vendraient bien en ligne.")
    keyboard.press("Enter")
    person.hears("ask-on-its-way", name="Samira Oulhaj", until=SOME)


def test_commands_are_offered_while_typing(window: Window) -> None:
    person = window("fr").opens("/?as=joseph")
    person.composer.press_sequentially("/pro")
    expect(person.page.get_by_test_id("hint")).to_have_text(
        [f"/profil {person.words('command-profile')}"]
    )
    person.composer.press("Tab")
    expect(person.composer).to_have_value("/profil ")
    person.composer.press("Enter")
    person.hears("profile-shown")


def test_a_screen_reader_is_told_what_is_said_and_in_which_language(window: Window) -> None:
    person = window("en").opens("/?as=awa")
    expect(person.page.locator("html")).to_have_attribute("lang", "fr")
    log = person.page.get_by_role("log", name="Messages")
    expect(log).to_have_attribute("aria-live", "polite")
    person.says("/rules")
    person.reads("Osez demander")
    said = log.get_by_role("article", name="Passerelle").last
    expect(said).to_contain_text("Osez demander")


def test_the_page_follows_a_newcomer_to_the_language_they_choose(window: Window) -> None:
    person = window("fr").arrives()
    expect(person.page.locator("html")).to_have_attribute("lang", "fr")
    person.hears("onboarding-language")
    person.taps("language-en")
    person.locale = "en"
    person.hears("onboarding-rules", rules=SOME)
    expect(person.page.locator("html")).to_have_attribute("lang", "en")
    expect(person.page.get_by_test_id("send")).to_have_text("Send")


def test_what_people_write_is_shown_and_never_run(window: Window) -> None:
    hostile = "<img src=x onerror=\"document.title='run'\"> & <b>bold</b>"
    person = window("fr").opens("/?as=mathilde&place=general")
    person.says(hostile)
    expect(person.reads(hostile).locator(".bubble")).to_have_text(hostile)
    expect(person.log.locator("b, img[src=x]")).to_have_count(0)


def test_everything_that_loads_comes_from_the_server_itself(window: Window, demo: Demo) -> None:
    person = window("fr")
    hosts = set()

    def note(request: Request) -> None:
        hosts.add(urlsplit(request.url).netloc)

    person.page.on("request", note)
    person.page.goto(person.url)
    expect(person.page.get_by_test_id("who-awa")).to_be_visible()
    person.opens("/?as=karim")
    person.says("/help")
    person.hears("help-list", lines=SOME)
    assert hosts == {urlsplit(demo.url).netloc}


def test_a_long_question_is_read_from_its_beginning(window: Window) -> None:
    person = window("fr", **PHONE).opens("/?as=declan")
    person.locale = "en"
    form = person.opens_form()
    expect(form.get_by_test_id("field-name")).to_be_in_viewport()
    expect(form.get_by_test_id("form-send")).not_to_be_in_viewport()
    expect(person.page.locator("#menu-unread")).to_be_hidden()
    form.get_by_test_id("form-send").click()
    expect(person.hears("profile-saved")).to_be_in_viewport()


def test_who_comes_for_the_first_time_finds_nothing_unread_in_a_channel(window: Window) -> None:
    person = window("fr").opens("/?as=fatou")
    person.says("/help")
    person.hears("help-list", lines=SOME)
    expect(person.page.get_by_test_id("unread")).to_have_count(0)


def test_an_answer_given_from_half_way_up_brings_the_reply_into_view(window: Window) -> None:
    person = window("fr", **PHONE | {"viewport": {"width": 360, "height": 560}}).arrives()
    person.hears("onboarding-language")
    person.taps("language-fr")
    person.hears("onboarding-rules", rules=SOME)
    expect(person.option(person.words("onboarding-rules-no"))).not_to_be_in_viewport()
    person.option(person.words("onboarding-rules-yes")).dispatch_event("click")
    expect(person.hears("onboarding-consent")).to_be_in_viewport()


def test_times_are_those_of_the_members_zone(window: Window) -> None:
    person = window("fr").opens("/?as=celeste")
    person.says("/rules")
    time = person.reads("Osez demander").locator(".heading time")
    at = datetime.fromisoformat(time.get_attribute("datetime") or "")
    expect(time).to_have_text(at.astimezone(ZoneInfo("Indian/Reunion")).strftime("%H:%M"))


def test_a_newcomer_is_never_a_row_or_a_line_without_a_name(window: Window) -> None:
    newcomer, other = window("fr").arrives(), window("fr")
    newcomer.hears("onboarding-language")
    label = newcomer.words("newcomer")
    newcomer.says("euh")
    expect(newcomer.log.get_by_role("article", name=label)).to_be_visible()
    other.page.goto(other.url)
    expect(other.page.locator("#who-list").get_by_text(label)).not_to_have_count(0)
    empty = "names => names.filter(name => !name.textContent.trim()).length"
    assert other.page.locator("#who-list strong").evaluate_all(empty) == 0


def test_a_refusal_keeps_the_buttons_within_reach(window: Window) -> None:
    person = window("fr").arrives()
    person.hears("onboarding-language")
    person.says("euh")
    refused = person.hears("answer-language")
    refused.get_by_test_id("option").last.click()
    person.hears("onboarding-rules", rules=SOME)


def test_the_way_to_the_newest_words_covers_none(window: Window) -> None:
    person = window("fr", viewport={"width": 640, "height": 400}).opens("/?as=hugo")
    person.opens_form()
    person.log.evaluate("log => log.scrollTop = 0")
    newer = person.page.locator("#newer")
    expect(newer).to_be_visible()
    log, button = person.log.bounding_box(), newer.bounding_box()
    assert log
    assert button
    assert log["y"] + log["height"] <= button["y"]
    newer.click()
    expect(newer).to_be_hidden()


def test_whoever_declines_the_rules_reads_that_they_can_come_back(window: Window) -> None:
    """Their next word was answered with the sentence of an API: send a “join” event first."""
    person = window("fr").arrives()
    person.taps("language-fr")
    person.taps("onboarding-rules-no")
    person.hears("erased")
    person.says("bonjour")
    expect(person.page.locator("#trouble-text")).to_have_text(person.words("page-gone"))
    person.page.get_by_role("button", name=person.words("page-come-back")).click()
    person.hears("onboarding-language")
    (refused,) = person.troubles
    assert "404" in refused
    person.troubles.clear()
