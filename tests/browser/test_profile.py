"""`/profile` on the page: a form, what is missing in it, and what is saved."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.conftest import Window


def test_what_one_offers_can_be_changed(window: Window) -> None:
    gabriel = window().opens("/?as=gabriel")
    form = gabriel.opens_form()
    form.get_by_test_id("field-offers").fill("accorder une guitare, prêter un micro")
    form.get_by_test_id("form-send").click()
    saved = gabriel.hears("profile-saved")
    offers = ["accorder une guitare", "prêter un micro"]
    expect(saved).to_contain_text(gabriel.words("card-offer", items=offers))
    expect(form.get_by_test_id("form-send")).to_be_disabled()

    gabriel.page.reload()
    form = gabriel.opens_form()
    expect(form.get_by_test_id("field-offers")).to_have_value(", ".join(offers))


def test_a_missing_name_is_said_kindly_and_the_rest_is_kept(window: Window) -> None:
    elif_ = window("en").opens("/?as=elif")
    form = elif_.opens_form()
    form.get_by_test_id("field-headline").fill("Marketing for small museums")
    form.get_by_test_id("field-name").fill(" ")
    form.get_by_test_id("form-send").click()
    name = form.get_by_test_id("field-name")
    expect(name).to_be_focused()
    expect(name).to_have_attribute("aria-invalid", "true")
    expect(form.locator("[data-field=name] .wrong")).to_have_text(elif_.words("page-fill-in"))
    expect(form.get_by_test_id("field-headline")).to_have_value("Marketing for small museums")

    name.fill("Elif K.")
    form.get_by_test_id("form-send").click()
    saved = elif_.hears("profile-saved")
    expect(saved).to_contain_text("Elif K.")
    expect(saved).to_contain_text("Marketing for small museums")
    expect(elif_.page.locator("#me")).to_contain_text("Elif K.")


def test_an_unknown_time_zone_is_explained_and_the_form_can_be_sent_again(window: Window) -> None:
    ines = window().opens("/?as=ines")
    form = ines.opens_form()
    form.get_by_test_id("field-offers").fill("isoler un grenier")
    form.get_by_test_id("field-time_zone").fill("Atlantide")
    form.get_by_test_id("form-send").click()
    refused = ines.reads(ines.words("read-zone"))
    expect(refused).to_contain_text(ines.words("field-time-zone"))
    expect(form.get_by_test_id("form-send")).to_be_disabled()
    form = refused.get_by_test_id("form")
    expect(form.get_by_test_id("form-send")).to_be_enabled(timeout=1_000)
    ines.page.reload()
    form = ines.log.get_by_test_id("form").last
    expect(form.get_by_test_id("field-offers")).to_have_value("isoler un grenier")
    expect(form.get_by_test_id("field-time_zone")).to_have_value("Atlantide")
    form.get_by_test_id("field-time_zone").fill("Lisbon")
    form.get_by_test_id("form-send").click()
    saved = ines.hears("profile-saved")
    expect(saved).to_contain_text("Europe/Lisbon")
    expect(saved).to_contain_text("isoler un grenier")


def test_the_page_speaks_the_language_that_was_chosen_in_the_form(window: Window) -> None:
    sven = window("en").opens("/?as=sven")
    form = sven.opens_form()
    form.get_by_test_id("field-locale").select_option("fr")
    form.get_by_test_id("form-send").click()
    sven.locale = "fr"
    sven.hears("profile-saved")
    expect(sven.page.locator("html")).to_have_attribute("lang", "fr")
    expect(sven.page.get_by_test_id("send")).to_have_text(sven.words("page-send"))
