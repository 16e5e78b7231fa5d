"""A preview shows a message as each platform of the community would (P41), by its own renderer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

import pytest

from bot.platforms import PLATFORMS
from community import rituals, spaces
from community.recurrence import Rhythm
from community.rituals import Plan
from community.scope import Scope
from conversations.language import render
from conversations.outgoing import Outgoing
from conversations.questions import Option
from conversations.testing import Stage
from conversations.texts import Text
from conversations.transcripts import play
from conversations.views import VIEWS, platforms
from conversations.views import seen as seen_on

assert PLATFORMS, "importing the platforms makes their views known"

LONG = Option(value="long", label=Text("ritual-name", name="Une réponse *trop* longue pour eux"))
WISHES = [Option(value="yes", label=Text("prompt-answer")),
          Option(value="no", label=Text("prompt-not-now"))]  # fmt: skip


def seen(platform: str, *, options: list[Option], many: bool = False, key: str = "") -> list[str]:
    text = (
        Text(key, host="Inès")
        if key
        else Text("prompt", words="Qu’avez-vous *appris* & <transmis> ?")
    )
    outgoing = Outgoing(
        text=text, locale="fr", zone="Europe/Paris", token="preview", options=options, many=many
    )
    return [render(line, "fr") for line in VIEWS[platform](outgoing)]


@pytest.mark.parametrize("platform", ["local", "slack", "discord", "whatsapp"])
def test_words_are_shown_as_they_are_read_and_two_choices_as_buttons(platform: str) -> None:
    words, buttons, *_ = seen(platform, options=WISHES)
    assert words.replace("∗", "*") == "Qu’avez-vous *appris* & <transmis> ?"
    assert buttons == "[ Je réponds ] [ Pas cette fois ]"


def test_whatsapp_says_what_those_read_who_have_not_written_for_a_day() -> None:
    assert seen("whatsapp", options=WISHES)[-1].startswith("(À qui n’a rien écrit depuis 24 heures")
    knocked = seen("whatsapp", options=[], key="invitation")[-1]
    assert "d’abord" in knocked


def test_a_long_choice_becomes_what_each_platform_has_for_it() -> None:
    assert "▾" in seen("whatsapp", options=[*WISHES, LONG])[1]
    assert seen("discord", options=[*WISHES, LONG])[1].endswith("*trop* longue pour eux ]")


@pytest.mark.parametrize(
    ("platform", "shown"),
    [("slack", "☐ Je réponds"), ("discord", "▾"), ("whatsapp", "1. Je réponds"), ("local", "☐")],
)
def test_several_choices_are_shown_as_such(platform: str, shown: str) -> None:
    assert any(shown in line for line in seen(platform, options=WISHES, many=True))


def test_an_organiser_sees_every_platform_that_the_community_has(
    new_database: Callable[[str], str],
) -> None:
    stage = Stage(url=new_database("sqlite"))
    stage.member("Inès", role="organiser")
    assert stage.work(platforms) == []
    for name in ("slack", "whatsapp"):
        stage.write(partial(spaces.settle, connector=name, external_id="x"))
    rhythm = Rhythm("FREQ=DAILY", datetime(2026, 11, 24, 8, tzinfo=UTC), "Europe/Paris")

    def plan(scope: Scope) -> int:
        return rituals.plan(scope, Plan(kind="stories", name="Récits", rhythm=rhythm))

    stage.work(plan, "Inès")
    play(
        stage,
        """
        Inès > /rituel aperçu
        Inès < Les prochaines dates : …
        Inès < Voici ce que reçoit tout le monde (Français) :
        Inès < …
        Inès < Ce que chaque plateforme en montre : Slack : … WhatsApp : … (À qui …)
        """,
    )
    stage.restart()


def planned(stage: Stage, *platforms_: str) -> None:
    stage.member("Inès", role="organiser")
    for name in platforms_:
        stage.write(partial(spaces.settle, connector=name, external_id="x"))
    rhythm = Rhythm("FREQ=DAILY", datetime(2026, 11, 24, 8, tzinfo=UTC), "Europe/Paris")
    plan = Plan(kind="stories", name="Récits", rhythm=rhythm)
    stage.work(lambda scope: rituals.plan(scope, plan), "Inès")


def test_on_a_single_platform_the_words_are_shown_once(new_database: Callable[[str], str]) -> None:
    stage = Stage(url=new_database("sqlite"))
    planned(stage, "whatsapp")
    play(
        stage,
        """
        Inès > /rituel aperçu
        Inès < Les prochaines dates : …
        Inès < Voici ce que reçoit tout le monde (Français) :
        Inès < Y a-t-il un moment …
        Inès < … (À qui n’a rien écrit …)
        """,
    )
    choices = "[ Raconter ] [ Pas cette fois ] [ Quitter ce rituel ]"
    assert stage.spoken["dm:Inès"][-1].text.startswith(choices)
    stage.restart()


def test_platforms_that_show_the_same_are_named_together() -> None:
    outgoing = Outgoing(text=Text("prompt", words="Bonjour"), locale="fr", zone="UTC")
    told = seen_on(["local", "slack"], outgoing)
    assert told is not None
    _, names, words = render(told, "fr").splitlines()
    assert (names, words) == ("page de la communauté et Slack\u202f:", "Bonjour")


@pytest.mark.parametrize(
    ("platform", "added"),
    [("slack", "Vous pouvez aussi répondre ici, dans le fil.\n[ Je réponds ]"),
     ("discord", "[ Je réponds ]"), ("local", "")],
)  # fmt: skip
def test_how_a_question_in_a_channel_is_answered_is_shown_where_that_works(
    platform: str, added: str
) -> None:
    aloud = Outgoing(
        text=Text("prompt-aloud", words="Et vous ?"), locale="fr", zone="Europe/Paris",
        shortcut="answer", thread="preview",
    )  # fmt: skip
    told = seen_on([platform], aloud)
    assert (render(told, "fr") if told else "") == added
