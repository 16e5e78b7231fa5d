"""What can happen to a request: not now, no answer, another language, withdrawn."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.conftest import Window
from tests.browser.person import SOME, Person


def asks(person: Person, question: str, need: str, helper: str) -> None:
    """Ask for help, choose that helper, say no more."""
    person.says(question)
    person.is_shown_people(need)
    person.picks(helper)
    person.hears("ask-context")
    person.taps("option-skip")
    person.hears("ask-on-its-way", name=helper, until=SOME)


def test_who_can_not_help_now_leaves_the_choice_to_the_asker(window: Window) -> None:
    need = "public speaking"
    hana = window("en").opens("/?as=hana")
    asks(hana, "who can help me with public speaking?", need, "Kwame Ofori-Mensah")

    kwame = window("en").opens("/?as=kwame")
    kwame.hears("request-received", need=need, who=SOME, wish="advice")
    kwame.sees_nothing_of("Hana", "Kobayakawa")
    kwame.taps("request-later")
    kwame.hears("request-until")
    kwame.taps("later-week")
    kwame.hears("request-postponed", until=SOME)

    hana.hears("postponed-choice", name="Kwame Ofori-Mensah", until=SOME)
    hana.taps("postponed-next")
    hana.hears("ask-on-its-way", name="Yasmine Belkadi", until=SOME)


def test_a_request_can_be_followed_and_withdrawn(window: Window) -> None:
    need = "WordPress site"
    marcus = window("en").opens("/?as=marcus")
    asks(marcus, "who can help me with a WordPress site?", need, "Aroha Tamihana")
    aroha = window("en").opens("/?as=aroha")
    aroha.hears("request-received", need=need, who=SOME, wish="advice")

    marcus.says("where is my request?")
    listed = marcus.hears("where-list", lines=SOME)
    expect(listed).to_contain_text(f"• {need}: Aroha Tamihana has until")
    marcus.taps("where-withdraw", need=need)
    marcus.hears("where-withdrawn")

    aroha.hears("request-withdrawn", need=need)
    expect(aroha.option(aroha.words("request-accept"))).to_have_count(0)
    marcus.says("where is my request?")
    marcus.hears("where-nothing")


def test_each_finds_a_greeting_in_their_own_language(window: Window) -> None:
    need = "conversation en anglais"
    joseph = window("fr").opens("/?as=joseph")
    asks(joseph, f"/ask {need}", need, "Emma Whitcombe")
    emma = window("en").opens("/?as=emma")
    emma.hears("request-received", need=need, who=SOME, wish="advice")
    emma.taps("request-accept")
    emma.hears("request-accepted", name="Joseph Mbarga")
    joseph.hears("ask-accepted", name="Emma Whitcombe", need=need)
    both = {"requester": "Joseph Mbarga", "helper": "Emma Whitcombe", "need": need}
    for each in (joseph, emma):
        each.goes_to("room:")
        each.hears("introduction-hello", **both)


def test_a_request_without_an_answer_goes_to_the_next_and_then_to_the_team(window: Window) -> None:
    need = "bilan comptable"
    awa = window().opens("/?as=awa")
    asks(awa, "qui peut m'aider avec un bilan comptable ?", need, "Bertrand Lacaze")
    bertrand = window().opens("/?as=bertrand")
    bertrand.hears("request-received", need=need, who=SOME, wish="advice")

    awa.lets_pass("day", 3)
    bertrand.hears("request-reminder", need=need)
    awa.lets_pass("day", 2)
    awa.hears("progress-next", need=need, name="Mei Ling Teo", until=SOME)
    mei = window("en").opens("/?as=meiling")
    mei.hears("request-received", need=need, who=SOME, wish="advice")

    awa.lets_pass("week", 2)
    mei.hears("request-reminder", need=need)
    awa.hears("progress-team", need=need)
    the_team_proposes(window().opens("/?as=solene"), need, "Lucas Berthelier")
    awa.hears("progress-proposed", need=need, name="Lucas Berthelier", until=SOME)
    lucas = window().opens("/?as=lucas")
    request = lucas.hears("request-received", need=need, who=SOME, wish="advice")
    expect(request).to_contain_text(lucas.words("why-you-team"))


def the_team_proposes(moderator: Person, need: str, name: str) -> None:
    waiting = moderator.hears("unanswered", need=need, tried=SOME)
    expect(waiting).to_contain_text("Bertrand Lacaze")
    expect(waiting).to_contain_text("Mei Ling Teo")
    moderator.sees_nothing_of("Awa")
    moderator.taps("unanswered-propose")
    moderator.hears("unanswered-who")
    moderator.says(name)
    moderator.hears("unanswered-proposed", name=name)
