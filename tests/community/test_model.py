"""Promises 4 to 6, 9 and 10, whatever many people do, in whatever order, on two platforms.

A longer profile: PASSERELLE_MODEL_EXAMPLES=200.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import select
from sqlmodel import SQLModel

from community import proposals
from community.lives import AGREED
from community.members import NotAllowed
from community.scope import Scope
from conversations.testing import Heard, Stage
from storage.tables import Ask, Introduction, Member, Relay, RelaySide, table

asks, rows, members = table(Ask), table(Introduction), table(Member)
relays, sides = table(Relay), table(RelaySide)

EXAMPLES = int(os.environ.get("PASSERELLE_MODEL_EXAMPLES", "6"))
HERE, THERE = ("Zoé", "Marc", "Ida"), ("Awa", "Noé", "Lin")
EVERYBODY = (*HERE, *THERE)
WHO = st.sampled_from(EVERYBODY)
BUTTONS = (
    "J’accepte", "Je ne peux pas", "Pas maintenant", "Dans une semaine", "Passer", "Retirer",
    "J’attends", "Quelqu’un", "Oui", "Pas encore", "Plutôt pas", "Non merci", "Laisser",
)  # fmt: skip
OUTCOMES = {"helped", "talked", "not_met", "withdrawn", "unknown"}


class Life(RuleBasedStateMachine):
    """Six members on two platforms, and a moderator."""

    url: Callable[[], str]

    @initialize()
    def settle_in(self) -> None:
        self.stage = Stage(url=type(self).url())
        self.erased: set[str] = set()
        self.given: dict[str, str] = {}
        for name in EVERYBODY:
            at = None if name in HERE else "phone"
            self.stage.member(
                name, at=at, offers=["comptabilité"], headline=f"canari-{name}",
            )  # fmt: skip
        self.stage.member("Inès", role="moderator")

    def _said(self, who: str) -> list[Heard]:
        return self.stage.spoken[f"dm:{who}"]

    @rule(who=WHO)
    def asks(self, who: str) -> None:
        self.stage.says(who, f"/ask comptabilité canari-{who}")

    @rule(who=WHO, n=st.integers(0, 3), last=st.booleans())
    def presses(self, who: str, n: int, last: bool) -> None:
        """One of the buttons of what they heard last, or of something older."""
        offered = [each for each in self._said(who) if each.labels]
        if offered:
            heard = offered[-1] if last else offered[max(0, len(offered) - 3)]
            self.stage.presses(who, heard.outgoing.action(n % len(heard.labels)))

    @rule(who=WHO)
    def accepts(self, who: str) -> None:
        """The hand-offs are what the promises are about."""
        asked = [each for each in self._said(who) if "J’accepte" in each.labels]
        if asked:
            self.stage.presses(who, asked[-1].outgoing.action(0))

    @rule(who=WHO)
    def writes(self, who: str) -> None:
        self.stage.says(who, f"06-{who}")

    @rule(who=WHO, to=WHO)
    def passes_on(self, who: str, to: str) -> None:
        self.stage.says(who, f"@{to} passage-{who}")

    @rule(who=WHO, command=st.sampled_from(["/stop", "/resume", "/where", "/leave", "/cancel"]))
    def commands(self, who: str, command: str) -> None:
        self.stage.says(who, command)

    @rule(who=WHO, days=st.integers(1, 3))
    def leaves_and_comes_back(self, who: str, days: int) -> None:
        if who not in self.erased:
            self.stage.does(who, "leave")
            self.stage.passes(timedelta(days=days))
            self.stage.joins(who)

    @rule(who=st.sampled_from(["Ida", "Lin"]))
    def is_erased(self, who: str) -> None:
        if who not in self.erased:
            self.stage.does(who, "erase")
            self.erased.add(who)

    @rule(hours=st.integers(1, 100))
    def time_passes(self, hours: int) -> None:
        self.stage.passes(timedelta(hours=hours))

    @rule(days=st.integers(-1, 31))
    def the_clock_jumps(self, days: int) -> None:
        """All that fell due meanwhile is found by one sweep, or by none."""
        self.stage.now += timedelta(days=days)
        self.stage.passes(timedelta())

    @rule()
    def the_bot_restarts(self) -> None:
        self.stage.restart()

    # The promises

    def _read(self, query: Any) -> Any:
        return self.stage.write(lambda c: c.execute(query).all())

    @invariant()
    def contacts_leave_only_after_both_have_agreed(self) -> None:
        """Promise 4."""
        if not hasattr(self, "stage"):
            return
        for who in EVERYBODY:
            for heard in self._said(who):
                if heard.outgoing.card and "J’accepte" in heard.labels:
                    assert "Zoé" not in str(heard.outgoing.text) or who == "Zoé"
        agreed = {row.id for row in self._read(select(rows)) if row.state in AGREED}
        assert {row.id for row in self._read(select(relays))} <= agreed
        for row in self._read(select(relays).where(relays.c.state == "open")):
            both = self._read(select(sides).where(sides.c.relay_id == row.id))
            assert all(side.called for side in both)

    @invariant()
    def nobody_is_asked_while_paused_or_gone(self) -> None:
        """Promise 5: what was brought at this moment was brought to somebody who can be asked."""
        if not hasattr(self, "stage"):
            return
        brought = self._read(
            select(members.c.paused_until, members.c.left_at)
            .join(rows, rows.c.helper_id == members.c.id)
            .where(rows.c.state == "requested", rows.c.requested_at == self.stage.now)
        )
        for paused_until, left_at in brought:
            assert left_at is None
            assert paused_until is None or paused_until <= self.stage.now

    @invariant()
    def every_ask_has_an_outcome_or_a_time(self) -> None:
        """Promise 6."""
        if not hasattr(self, "stage"):
            return
        waiting = {row.ask_id for row in self._read(select(rows)) if row.due_at is not None}
        for ask in self._read(select(asks)):
            match ask.state:
                case "closed":
                    assert ask.outcome in OUTCOMES
                case "stuck":
                    assert any("personne" in each.text for each in self._said("Inès"))
                case _:
                    assert ask.id in waiting, ask

    @invariant()
    def nothing_is_left_of_whoever_was_erased(self) -> None:
        """Promise 9: every row of every table."""
        if not hasattr(self, "stage") or not self.erased:
            return
        kept = "".join(str(self._read(select(each))) for each in SQLModel.metadata.sorted_tables)
        for who in self.erased:
            assert f"canari-{who}" not in kept

    @invariant()
    def only_the_staff_acts_for_the_team(self) -> None:
        """Promise 10."""
        if not hasattr(self, "stage"):
            return
        with pytest.raises(NotAllowed):
            self.stage.work(_propose, actor="Zoé")

    def teardown(self) -> None:
        if hasattr(self, "stage"):
            self.stage.restart()


def _propose(scope: Scope) -> None:
    proposals.find(scope, 1, "Awa")


def _run(url: Callable[[], str]) -> None:
    Life.url = staticmethod(url)
    run_state_machine_as_test(
        Life,
        settings=settings(
            max_examples=EXAMPLES, stateful_step_count=25, deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )  # fmt: skip


def test_the_promises_hold_whatever_people_do(sqlite_template: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        numbers = iter(range(1_000_000))

        def fresh() -> str:
            file = Path(folder) / f"{next(numbers)}.db"
            shutil.copyfile(sqlite_template, file)
            return f"sqlite:///{file}"

        _run(fresh)


def test_the_promises_hold_on_postgresql_too(new_database: Callable[[str], str]) -> None:
    _run(lambda: new_database("postgresql"))
