"""Promise 5: nobody is asked for anything while paused, stopped, in quiet hours or over budget."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from structlog.testing import capture_logs

from bot.why import explained
from community import budget, members, peace
from community.peace import Quiet
from community.scope import Scope
from conversations.chat import Chat
from conversations.dialogue import REGISTRY, Definition
from conversations.language import render
from conversations.testing import Stage
from conversations.texts import Text
from conversations.transcripts import play
from storage.tables import Dialogue, Outbox, Solicitation, table
from tests.conversations.openings import opening

NIGHT = datetime(2026, 11, 23, 21, 30, tzinfo=UTC)
"""Half past ten in the evening in Paris; the next morning at eight is 07:00 UTC."""
MORNING = datetime(2026, 11, 24, 7, 0, tzinfo=UTC)
outbox, dialogues, counted = table(Outbox), table(Dialogue), table(Solicitation)


def rows(stage: Stage, state: str) -> list[Any]:
    where = select(outbox).where(outbox.c.state == state).order_by(outbox.c.id)
    return list(stage.write(lambda connection: connection.execute(where).all()))


def why(stage: Stage, row: int, locale: str = "en") -> str:
    text = stage.write(lambda connection: explained(connection, row))
    return render(text, locale)


def due_at(stage: Stage) -> datetime:
    found = stage.work(lambda scope: scope.connection.exec_driver_sql(
        "SELECT due_at FROM introduction WHERE id = 1").scalar_one())  # fmt: skip
    if isinstance(found, str):
        return datetime.fromisoformat(found).replace(tzinfo=UTC)
    assert isinstance(found, datetime)
    return found


@opening
def night(stage: Stage) -> Stage:
    """It is late; Zoé asks Awa, who sleeps."""
    stage.member("Zoé")
    stage.member("Awa", offers=["comptabilité"])
    stage.now = NIGHT
    for words in ("/ask comptabilité", "Awa", "passer"):
        stage.says("Zoé", words)
    stage.heard.clear()
    return stage


def test_a_request_waits_for_the_morning_and_the_days_to_answer_begin_then(night: Stage) -> None:
    assert not night.spoken["dm:Awa"]
    (held,) = rows(night, "waiting")
    assert held.payload is None
    assert why(night, held.id) == f"{held.id}: held until 08:00 Europe/Paris: quiet hours"
    assert "retenu jusqu’à 08:00 Europe/Paris" in why(night, held.id, "fr")
    assert due_at(night) == MORNING + timedelta(days=3)
    play(night, "11 hours pass\nAwa < Quelqu’un de la communauté aimerait votre aide… [J’accepte]")
    assert due_at(night) - timedelta(days=3) - MORNING < timedelta(minutes=1)
    assert why(night, held.id).endswith("held until 08:00 Europe/Paris: quiet hours; sent")


def test_what_is_written_at_night_is_no_answer_to_what_was_not_seen(night: Stage) -> None:
    night.says("Awa", "oui")
    assert "je n’ai pas bien compris" in night.spoken["dm:Awa"][0].text
    night.says("Awa", "/rules")
    assert not any("aimerait votre aide" in each.text for each in night.spoken["dm:Awa"])


def test_a_request_taken_back_at_night_was_never_there(night: Stage) -> None:
    night.says("Zoé", "/where")
    night.taps("Zoé", "Retirer")
    night.passes(timedelta(days=1))
    assert not night.spoken["dm:Awa"]
    assert [each.state for each in rows(night, "dropped")] == ["dropped"]


def test_whoever_pauses_at_night_is_not_asked_and_somebody_else_gets_it(night: Stage) -> None:
    night.work(lambda scope: members.pause(scope, None), "Awa")
    night.passes(timedelta(hours=11))
    assert not night.spoken["dm:Awa"]
    (refused,) = rows(night, "refused")
    assert why(night, refused.id).endswith("never left: the person asked not to be written to")
    assert "je n’ai encore trouvé personne" in night.spoken["dm:Zoé"][-1].text


def test_whom_the_team_pauses_at_night_is_not_asked_either(night: Stage) -> None:
    def paused(scope: Scope) -> None:
        members.me(scope).held_until = members.FOREVER

    night.work(paused, "Awa")
    night.passes(timedelta(hours=11))
    assert not night.spoken["dm:Awa"]
    (refused,) = rows(night, "refused")
    assert why(night, refused.id).endswith("never left: the person is paused")


def test_a_bot_that_was_down_for_days_asks_before_it_reminds(night: Stage) -> None:
    night.now += timedelta(days=5, hours=12)
    night.passes(timedelta(seconds=1))
    night.passes(timedelta(seconds=1))
    (asked,) = night.spoken["dm:Awa"]
    assert "aimerait votre aide" in asked.text
    assert due_at(night) > night.now + timedelta(days=2)


def test_an_acceptance_is_told_at_night_too(stage: Stage) -> None:
    stage.member("Zoé")
    stage.member("Awa", offers=["comptabilité"])
    for words in ("/ask comptabilité", "Awa", "passer"):
        stage.says("Zoé", words)
    stage.now = NIGHT
    stage.taps("Awa", "J’accepte")
    assert "Bonne nouvelle" in stage.spoken["dm:Zoé"][-1].text


def test_the_fourth_request_of_a_week_goes_to_nobody_or_to_somebody_else(stage: Stage) -> None:
    stage.member("Awa", offers=["comptabilité"])
    for name in ("Zoé", "Ida", "Léo", "Max"):
        stage.member(name)
        stage.says(name, "/ask comptabilité")
        if name != "Max":
            stage.taps(name, "Awa")
            stage.taps(name, "Passer")
    assert len(stage.spoken["dm:Awa"]) >= 1
    assert "Awa" not in stage.spoken["dm:Max"][-1].labels
    stage.passes(timedelta(days=8))
    stage.says("Max", "/ask comptabilité")
    assert "Awa" in stage.spoken["dm:Max"][-1].labels


def test_a_reminder_costs_nothing_of_the_budget(stage: Stage) -> None:
    stage.member("Awa")

    def twice(scope: Scope) -> list[bool]:
        awa = stage.id_of("Awa", scope)
        first = [budget.spend(scope, awa, f"request:{n}") for n in (1, 2, 3, 4)]
        return [*first, budget.spend(scope, awa, "request:1")]

    assert stage.work(twice) == [True, True, True, False, True]


def test_an_objection_keeps_it_back_and_says_why(new_database: Callable[[str], str]) -> None:
    told: list[Mapping[str, Any]] = []

    async def script(chat: Chat) -> None:
        await chat.say(Text("cancelled"))

    definition = Definition(
        name="toy", script=script, purpose="solicitation", cancellable=True, alone=True, closes=(),
        objection=lambda _scope, _args: "blocked", refused=lambda _scope, args: told.append(args),
    )  # fmt: skip
    stage = Stage(url=new_database("sqlite"), registry={**REGISTRY, "toy": definition})
    stage.member("Awa")
    stage.work(lambda scope: scope.notify(stage.id_of("Awa", scope), "toy", introduction=7))
    stage.settle()
    (refused,) = rows(stage, "refused")
    assert told == [{"introduction": 7}]
    assert why(stage, refused.id) == f"{refused.id}: never left: one of the two blocked the other"
    stage.restart()


@given(
    now=st.integers(0, 2 * 365 * 24 * 60).map(lambda minutes: NIGHT + timedelta(minutes=minutes)),
    zone=st.sampled_from(["Europe/Paris", "America/Montreal", "Asia/Kathmandu", "Africa/Dakar",
                          "Australia/Lord_Howe", "Pacific/Apia"]),
    start=st.integers(18 * 60, 24 * 60 - 1), end=st.integers(0, 11 * 60),
)  # fmt: skip
def test_silence_ends_by_the_clock_on_the_wall_whatever_is_done_to_it(
    now: datetime, zone: str, start: int, end: int
) -> None:
    quiet = Quiet(start, end)
    until = quiet.until(now, zone)
    there = now.astimezone(ZoneInfo(zone))
    minute = there.hour * 60 + there.minute
    assert (until is None) == (end <= minute < start)
    if until is not None:
        assert now < until <= now + timedelta(hours=19)
        assert quiet.until(until, zone) is None


@pytest.mark.parametrize(
    ("night", "hours"),
    [(datetime(2026, 3, 28, 20, tzinfo=UTC), 10), (datetime(2026, 10, 24, 19, tzinfo=UTC), 12)],
)
def test_the_night_that_the_clocks_change_ends_at_eight(night: datetime, hours: int) -> None:
    until = Quiet(21 * 60, 8 * 60).until(night, "Europe/Paris")
    assert until == night + timedelta(hours=hours)
    assert until.astimezone(ZoneInfo("Europe/Paris")).hour == 8


DOINGS = ("asks", "pause", "stop", "resume", "hours", "fewer", "night", "jump", "down", "restart")


@settings(
    max_examples=8,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@given(doings=st.lists(st.sampled_from(DOINGS), min_size=5, max_size=14), seed=st.integers(0, 9))
def test_nobody_is_asked_against_the_rules_whatever_happens(
    new_database: Callable[[str], str], doings: list[str], seed: int
) -> None:
    stage = Stage(url=new_database(("sqlite", "postgresql")[seed % 2]))
    stage.member("Awa", offers=["comptabilité"], time_zone="America/Montreal")
    stage.now = datetime(2026, 10, 24, 7 + seed, tzinfo=UTC)
    known: set[int] = set()
    for n, what in enumerate(doings):
        _do(stage, what, n)
        _within_the_rules(stage, known)
    stage.restart()


def _do(stage: Stage, what: str, n: int) -> None:
    match what:
        case "asks":
            stage.member(f"Zoé{n}")
            stage.says(f"Zoé{n}", "/ask comptabilité")
            if "Awa" in stage.spoken[f"dm:Zoé{n}"][-1].labels:
                stage.taps(f"Zoé{n}", "Awa")
                stage.taps(f"Zoé{n}", "Passer")
        case "pause" | "stop":
            until = stage.now + timedelta(days=1) if what == "pause" else None
            stage.work(lambda scope: members.pause(scope, until), "Awa")
        case "resume":
            stage.work(members.resume, "Awa")
        case "hours" | "fewer":
            weekly = 1 if what == "fewer" else 3
            stage.work(
                lambda s: peace.choose(
                    s, Quiet(n * 97, n * 31), weekly=weekly, suggestions=True, buddy=False
                ),
                "Awa",
            )
        case "night":
            stage.passes(timedelta(hours=9))
        case "jump":
            stage.passes(timedelta(days=3))
        case "down":
            stage.now += timedelta(days=2)
            stage.passes(timedelta(seconds=1))
        case "restart":
            stage.restart()


def _within_the_rules(stage: Stage, known: set[int]) -> None:
    """What she was asked since the last look: each at an hour, and as often, as she wants."""
    query = select(outbox).where(outbox.c.purpose == "solicitation", outbox.c.state == "sent")
    sent = stage.write(lambda connection: connection.execute(query).all())
    reached = stage.work(peace.mine, "Awa")
    for each in (row for row in sent if row.id not in known):
        assert reached.quiet.until(each.next_at, reached.zone) is None
        assert reached.paused_until is None or reached.paused_until <= each.next_at
    known.update(row.id for row in sent)
    latest = stage.write(lambda connection: connection.execute(select(counted)).all())
    assert len([each for each in latest if each.at > stage.now - budget.WEEK]) <= 3
    held = stage.write(lambda c: c.execute(select(dialogues.c.due_at).where(
        dialogues.c.status == "held")).scalars().all())  # fmt: skip
    assert all(each is not None for each in held), "what waits has a time when it is looked at"


def test_the_log_names_the_message_that_waits_so_that_its_reason_can_be_asked(stage: Stage) -> None:
    stage.member("Awa", offers=["comptabilité"], time_zone="Pacific/Auckland")
    stage.member("Zoé")
    with capture_logs() as told:
        for words in ("/ask comptabilité", "Awa", "passer"):
            stage.says("Zoé", words)
    (held,) = (each for each in told if each["event"] == "held")
    reason = stage.write(lambda connection: explained(connection, held["message"]))
    assert reason is not None
    assert "Pacific/Auckland" in render(reason, "en")
