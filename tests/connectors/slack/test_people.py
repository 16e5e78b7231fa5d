"""The user group whose members are moderators: who is in it, asked seldom, and never forgotten."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from pydantic import SecretStr

from connectors.pace import Watch
from connectors.slack.api import Api
from connectors.slack.people import People
from connectors.slack.settings import SlackSettings
from tests.fakes.slack import BOT_TOKEN, TEAM, FakeSlack, Fault

AWA, LEA = "U0AWA", "U0LEA"
LIST = "usergroups.users.list"


@dataclass
class Looking:
    """Somebody who looks people up, by a clock in hand."""

    slack: FakeSlack
    people: People
    seconds: float = 0.0

    async def role(self, who: str = AWA) -> str | None:
        """What somebody may do now."""
        return (await self.people.look(who)).role

    @property
    def asked(self) -> int:
        """How often Slack was asked who is in the group."""
        return self.slack.calls.count(LIST)


@pytest.fixture
def looking(slack: FakeSlack, settings: pytest.MonkeyPatch) -> Looking:
    """Awa is in the group of the moderators."""
    slack.person(AWA, "Awa")
    slack.groups["S1"] = [AWA]
    made: list[Looking] = []
    watch = Watch(lambda: made[0].seconds if made else 0.0)
    api = Api(SlackSettings(), SecretStr(BOT_TOKEN), watch)
    made.append(Looking(slack, People(api, "S1", watch.now, team=TEAM)))
    return made[0]


async def test_members_of_the_group_are_moderators_but_not_guests(looking: Looking) -> None:
    looking.slack.person(LEA, "Léa", is_restricted=True)
    looking.slack.groups["S1"].append(LEA)
    assert await looking.role() == "moderator"
    assert await looking.role(LEA) is None


async def test_many_who_come_at_once_are_looked_up_in_one_list(looking: Looking) -> None:
    for n in range(40):
        looking.slack.person(f"U{n}", f"P{n}")
        assert await looking.role(f"U{n}") is None
    assert looking.asked == 1


async def test_a_role_that_the_group_gave_ends_within_a_minute(looking: Looking) -> None:
    assert await looking.role() == "moderator"
    looking.slack.groups["S1"].clear()
    looking.seconds = 59.0
    assert await looking.role() == "moderator"
    looking.seconds = 61.0
    assert await looking.role() is None


async def test_a_role_that_was_taken_by_slack_ends_within_a_minute(looking: Looking) -> None:
    looking.slack.person(LEA, "Léa", is_admin=True)
    assert await looking.role(LEA) == "moderator"
    looking.slack.person(LEA, "Léa")
    looking.seconds = 61.0
    assert await looking.role(LEA) is None


@pytest.mark.parametrize("fault", [Fault(status=429, retry_after=30), Fault(status=503)])
async def test_a_refusal_takes_nobody_s_role(looking: Looking, fault: Fault) -> None:
    assert await looking.role() == "moderator"
    looking.slack.faults[LIST].append(fault)
    looking.seconds = 61.0
    assert await looking.role() == "moderator"


async def test_a_group_that_is_no_more_gives_no_role(looking: Looking) -> None:
    assert await looking.role() == "moderator"
    del looking.slack.groups["S1"]
    looking.seconds = 61.0
    assert await looking.role() is None
