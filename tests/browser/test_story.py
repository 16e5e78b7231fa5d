"""From the first hello to the thanks: three people, three windows, both languages."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib.resources import files

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Window
from tests.browser.demo import Demo
from tests.browser.person import SOME, Person

TOLD = tomllib.loads((files("bot") / "demo" / "community.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Story:
    """What people say in one language."""

    locale: str
    newcomer: str
    headline: str
    offer: str
    question: str
    need: str
    helper: str
    helper_name: str
    reason: str
    context: str
    asked: str
    answered: str
    first_words: str
    reply: str
    thanks: str


FRENCH = Story(
    locale="fr",
    newcomer="Léa Fontaine",
    headline="Fleuriste, bientôt à mon compte",
    offer="composer un bouquet",
    question="qui peut m'aider avec ma comptabilité ?",
    need="comptabilité",
    helper="nadia",
    helper_name="Nadia Cherrat",
    reason="comptabilité d’une petite association",
    context="J’ouvre ma boutique en mars et je n’ai jamais tenu de comptes.",
    asked="Êtes-vous déjà immatriculée ?",
    answered="Pas encore, c’est pour février.",
    first_words="Bonjour Nadia, merci d’avoir dit oui !",
    reply="Avec plaisir. Jeudi à 18 h ?",
    thanks="Merci ! J’ai enfin compris mes trois colonnes.",
)
ENGLISH = Story(
    locale="en",
    newcomer="Ruth Calloway",
    headline="Florist, soon on my own",
    offer="arranging flowers",
    question="who knows about GDPR?",
    need="GDPR",
    helper="grace",
    helper_name="Grace Adeyinka",
    reason="GDPR for small teams",
    context="I am about to keep my first list of customers.",
    asked="How many names will be on it?",
    answered="Sixty or so.",
    first_words="Hello Grace, thank you for saying yes!",
    reply="With pleasure. Thursday at six?",
    thanks="Thank you, I sleep better now.",
)


@pytest.mark.parametrize("story", [FRENCH, ENGLISH], ids=lambda story: story.locale)
def test_a_newcomer_finds_help_though_the_server_stops_half_way(
    window: Window, demo: Demo, story: Story
) -> None:
    bystander = window(story.locale).opens("/?as=elif")
    newcomer = window(story.locale).arrives()
    begin_welcome(newcomer, story)
    address = newcomer.page.url
    newcomer.leaves()
    demo.restart()
    expect(bystander.page.locator("#away")).to_be_hidden()
    bystander.lets_pass("day", 2)
    bystander.forgives("net::ERR_")
    newcomer = window(story.locale)
    newcomer.page.goto(address)
    finish_welcome(newcomer, story)

    helper = window(story.locale).opens(f"/?as={story.helper}")
    asks(newcomer, story)
    answers_with_a_question(helper, story)
    newcomer.hears("details-asked", need=story.need, question=story.asked)
    newcomer.says(story.answered)
    newcomer.hears("details-given")
    accepts(helper, story)
    newcomer.hears("ask-accepted", name=story.helper_name, need=story.need)
    they_talk(newcomer, helper, story)
    bystander_sees_nothing(bystander, helper, story)
    they_tell_how_it_went(newcomer, helper, story)


def begin_welcome(newcomer: Person, story: Story) -> None:
    newcomer.hears("onboarding-language")
    newcomer.taps(f"language-{story.locale}")
    mission = TOLD["mission"][story.locale]
    newcomer.hears("onboarding-hello", community=TOLD["name"], mission=mission)
    newcomer.hears("onboarding-rules", rules=TOLD["rules"][story.locale])
    newcomer.taps("onboarding-rules-yes")
    newcomer.hears("onboarding-consent")
    newcomer.taps("onboarding-consent-yes")
    newcomer.hears("onboarding-name")
    newcomer.says(story.newcomer)
    newcomer.hears("onboarding-headline", name=story.newcomer)
    newcomer.says(story.headline)
    newcomer.hears("onboarding-offers")


def finish_welcome(newcomer: Person, story: Story) -> None:
    """The question that stood when the window was closed is the last thing on the page."""
    expect(newcomer.log.get_by_test_id("message").last).to_contain_text(
        newcomer.words("onboarding-offers")
    )
    newcomer.hears("onboarding-offers")
    newcomer.says(story.offer)
    newcomer.hears("onboarding-experiences")
    newcomer.taps("option-skip")
    newcomer.hears("onboarding-wants")
    newcomer.taps("option-skip")
    newcomer.hears("onboarding-zone", zone="Europe/Paris")
    newcomer.taps("onboarding-zone-keep", zone="Europe/Paris")
    newcomer.hears("first-action")
    newcomer.taps("first-action-later")
    newcomer.hears("first-action-goodbye")


def asks(newcomer: Person, story: Story) -> None:
    newcomer.says(story.question)
    found = newcomer.is_shown_people(story.need)
    reasons = found.locator(".option-description")
    assert 1 <= reasons.count() <= 3
    expect(reasons.filter(has_text=story.reason)).to_have_count(1)
    newcomer.picks(story.helper_name)
    newcomer.hears("ask-context")
    newcomer.says(story.context)
    newcomer.hears("ask-on-its-way", name=story.helper_name, until=SOME)


def answers_with_a_question(helper: Person, story: Story) -> None:
    request = helper.hears("request-received", need=story.need, who=SOME, wish="advice")
    expect(request).to_contain_text(story.context)
    expect(request).to_contain_text(story.reason)
    helper.sees_nothing_of(story.newcomer)
    helper.taps("request-more")
    helper.hears("request-question")
    helper.says(story.asked)
    helper.hears("request-question-sent")


def accepts(helper: Person, story: Story) -> None:
    request = helper.hears("request-details", need=story.need)
    expect(request).to_contain_text(story.answered)
    helper.sees_nothing_of(story.newcomer)
    helper.taps("request-accept")
    helper.hears("request-accepted", name=story.newcomer)


def they_talk(newcomer: Person, helper: Person, story: Story) -> None:
    for each in (newcomer, helper):
        each.goes_to("room:")
        each.hears(
            "introduction-hello", requester=story.newcomer, helper=story.helper_name,
            need=story.need,
        )  # fmt: skip
        each.hears("introduction-context", context=story.context, name=story.newcomer)
    newcomer.says(story.first_words)
    helper.reads(story.first_words)
    helper.says(story.reply)
    newcomer.reads(story.reply)


def bystander_sees_nothing(bystander: Person, helper: Person, story: Story) -> None:
    room = helper.page.url.partition("place=")[2]
    bystander.opens(f"/?as=elif&place={room}")
    expect(bystander.page.locator("#room-title")).to_have_text("Passerelle")
    expect(bystander.rooms).to_have_count(0)
    bystander.sees_nothing_of(story.need, story.first_words, story.newcomer)


def they_tell_how_it_went(newcomer: Person, helper: Person, story: Story) -> None:
    newcomer.lets_pass("day", 2)
    for each in (newcomer, helper):
        each.goes_to("dm:")
    newcomer.hears("follow-talked", name=story.helper_name, need=story.need, since=SOME)
    newcomer.taps("follow-talked-yes")
    newcomer.hears("follow-helped", name=story.helper_name, need=story.need)
    newcomer.taps("follow-helped-yes")
    newcomer.hears("thanks-word", name=story.helper_name)
    newcomer.says(story.thanks)
    newcomer.hears("thanks-sent", name=story.helper_name)
    helper.hears("follow-talked", name=story.newcomer, need=story.need, since=SOME)
    helper.hears("thanks-received", name=story.newcomer, need=story.need, words=story.thanks)
