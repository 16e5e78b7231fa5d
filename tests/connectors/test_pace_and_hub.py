"""How fast one sender may go, and who hears that there is something new."""

from __future__ import annotations

import pytest

from connectors.local.hub import Hub
from connectors.local.pace import REMEMBERED, Pace


class Stopwatch:
    """Time that moves when told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_a_quarter_of_the_minutes_events_may_come_at_once() -> None:
    pace = Pace(120, Stopwatch())
    assert [pace.wait("awa") for _ in range(30)] == [0] * 30
    assert pace.wait("awa") == 1


@pytest.mark.parametrize("per_minute", [1, 3, 7, 60, 120, 1000])
def test_after_the_wait_that_was_named_one_may_go_on(per_minute: int) -> None:
    seconds = Stopwatch()
    pace = Pace(per_minute, seconds)
    while not (pause := pace.wait("awa")):
        pass
    seconds.now += pause
    assert pace.wait("awa") == 0


def test_over_an_hour_no_more_pass_than_the_rate_allows() -> None:
    seconds = Stopwatch()
    pace = Pace(6, seconds)
    passed = 0
    for _ in range(3600):
        seconds.now += 1
        passed += pace.wait("awa") == 0
    assert 358 <= passed <= 362


def test_one_sender_does_not_slow_another_down() -> None:
    pace = Pace(1, Stopwatch())
    assert (pace.wait("awa"), pace.wait("awa") > 0, pace.wait("nadia")) == (0, True, 0)


def test_refused_attempts_do_not_lengthen_the_wait() -> None:
    pace = Pace(1, Stopwatch())
    waits = [pace.wait("awa") for _ in range(20)]
    assert waits == [0] + [60] * 19


def test_a_clock_that_goes_back_locks_nobody_out() -> None:
    seconds = Stopwatch()
    pace = Pace(60, seconds)
    pace.wait("awa")
    seconds.now -= 100_000
    assert pace.wait("awa") == 0


def test_no_more_than_so_many_senders_are_remembered() -> None:
    pace = Pace(1, Stopwatch())
    for n in range(REMEMBERED + 50):
        pace.wait(f"visitor-{n}")
    assert pace.wait("visitor-0") == 0, "forgotten, so it starts afresh"
    assert pace.wait(f"visitor-{REMEMBERED + 49}") > 0
    assert len(pace._left) <= REMEMBERED


def test_a_listener_hears_of_its_places_and_of_no_other() -> None:
    hub = Hub()
    with hub.listening(["general", "dm:awa"]) as listener:
        hub.publish(["dm:nadia"])
        assert listener.empty()
        hub.publish(["dm:awa"])
        assert listener.get_nowait() == "new"


def test_a_listener_hears_what_has_changed_from_what_is_new() -> None:
    hub = Hub()
    with hub.listening(["general"]) as listener:
        hub.publish(["general"], "changed")
        assert listener.get_nowait() == "changed"


def test_every_listener_of_a_place_hears() -> None:
    hub = Hub()
    with hub.listening(["general"]) as one, hub.listening(["general"]) as other:
        hub.publish(["general"])
        assert (one.qsize(), other.qsize()) == (1, 1)


def test_who_left_hears_nothing_and_leaves_no_trace() -> None:
    hub = Hub()
    with hub.listening(["general", "general"]) as listener:
        pass
    hub.publish(["general", "never-listened-to"])
    assert listener.empty()
    assert not hub._listeners


def test_a_hub_that_closes_lets_each_listener_go_once() -> None:
    hub = Hub()
    with hub.listening(["general", "dm:awa"]) as listener:
        hub.close()
        assert [listener.get_nowait() for _ in range(listener.qsize())] == ["end"]


def test_a_hub_without_listeners_closes_too() -> None:
    Hub().close()
    hub = Hub()
    hub.publish(["general"])
    hub.close()
    assert not hub._listeners
