"""A picture from the page: chosen, sent once with the words, or refused with why."""

from __future__ import annotations

from playwright.sync_api import FilePayload, expect

from tests.browser.conftest import Window
from tests.browser.person import Person
from tests.browser.test_page import PHONE, overflow
from tests.pictures import png

WINDOW = FilePayload(name="window.png", mimeType="image/png", buffer=png())


def chooses(person: Person, file: FilePayload) -> None:
    """Choose a file as the browser's own window would."""
    person.page.get_by_test_id("picture").set_input_files(files=[file])


def test_a_picture_goes_with_the_words_once(window: Window) -> None:
    person = window("fr", **PHONE).opens("/?as=nadia")
    chooses(person, WINDOW)
    expect(person.page.get_by_test_id("picture-name")).to_have_text("window.png")
    assert overflow(person.page) == 0
    person.says("look at this")
    said = person.reads("look at this")
    expect(said.get_by_test_id("own-file")).to_have_text("Une image (picture.png)")
    expect(person.page.get_by_test_id("picture-name")).to_have_text("")
    person.says("and nothing more")
    expect(person.reads("and nothing more").get_by_test_id("own-file")).to_have_count(0)


def test_a_picture_alone_can_be_sent_and_is_answered(window: Window) -> None:
    person = window("fr").opens("/?as=lucas")
    chooses(person, WINDOW)
    person.page.get_by_test_id("send").click()
    person.hears("only-words")


def test_a_picture_that_was_chosen_can_be_left_out(window: Window) -> None:
    person = window("fr").opens("/?as=nadia")
    chooses(person, WINDOW)
    person.page.get_by_role("button", name=person.words("page-picture-remove")).click()
    person.says("only words")
    expect(person.reads("only words").get_by_test_id("own-file")).to_have_count(0)


def test_what_is_too_heavy_is_said_before_it_is_sent(window: Window) -> None:
    person = window("fr").opens("/?as=nadia")
    chooses(person, {**WINDOW, "buffer": png(more=5_000_000)})
    heavy = person.words("page-picture-too-large")
    expect(person.page.get_by_test_id("picture-name")).to_have_text(heavy)
    person.says("then without")
    expect(person.reads("then without").get_by_test_id("own-file")).to_have_count(0)


def test_what_is_no_picture_comes_back_with_why(window: Window) -> None:
    person = window("fr").opens("/?as=nadia")
    chooses(person, {**WINDOW, "buffer": b"GIF89a"})
    person.says("look")
    pending = person.page.get_by_test_id("pending")
    expect(pending).to_contain_text(person.words("api-not-a-picture"))
    pending.get_by_test_id("edit").click()
    expect(person.composer).to_have_value("look")
    person.forgives("422")


def test_in_a_channel_no_picture_can_be_chosen(window: Window) -> None:
    person = window("fr").opens("/?as=nadia")
    chooses(person, WINDOW)
    person.goes_to("general")
    expect(person.page.get_by_test_id("picture-choose")).to_be_hidden()
    expect(person.page.get_by_test_id("picture-name")).to_have_text("")
