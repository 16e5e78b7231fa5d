"""People whom somebody mentions are shown by name: Slack itself sends only their ids."""

from __future__ import annotations

from tests.connectors.slack.conftest import Workspace
from tests.connectors.slack.test_story import AWA, LEA, welcome

INES = "U0INES"


async def test_a_mention_in_a_request_is_a_name_and_no_way_to_reach_somebody(
    here: Workspace,
) -> None:
    here.slack.person(INES, "Inès <3")
    await welcome(here, AWA, "Awa", offers="comptabilité")
    await welcome(here, LEA, "Léa")
    await here.says(LEA, "qui peut m’aider avec la comptabilité ?")
    await here.presses(LEA, "Awa")
    await here.says(LEA, f"<@{INES}> m’a dit de demander")
    assert "[…]" not in here.last(AWA)
    assert INES not in "".join(here.texts(AWA) + here.texts(LEA))
    assert "Inès &lt;3 m’a dit de demander" in "".join(here.texts(AWA))


async def test_a_command_that_takes_a_member_still_finds_them_by_id(here: Workspace) -> None:
    await welcome(here, AWA, "Awa")
    await welcome(here, LEA, "Léa")
    here.slack.person(AWA, "Un tout autre nom")
    await here.commands(LEA, "/block", f"<@{AWA}>")
    assert "Awa" in here.last(LEA)


async def test_somebody_who_has_not_met_the_bot_is_named(here: Workspace) -> None:
    here.slack.person(INES, "Inès <3")
    await welcome(here, AWA, "Awa")
    await welcome(here, LEA, "Léa")
    for mention in (f"<@{INES}>", f"<@{INES}|>", f"<@{INES}|Inès &lt;3>"):
        await here.commands(LEA, "/thanks", f"{mention} pour hier")
        assert "pas encore fait la connaissance de Inès" in here.last(LEA)
        assert INES not in here.last(LEA)
        await here.commands(LEA, "/cancel")


async def test_whoever_is_called_like_a_member_is_not_taken_for_them(here: Workspace) -> None:
    here.slack.person(INES, "Awa")
    await welcome(here, AWA, "Awa")
    await welcome(here, LEA, "Léa")
    await here.commands(LEA, "/block", f"<@{INES}|Awa>")
    assert "pas encore fait la connaissance de Awa" in here.last(LEA)


async def test_what_is_said_to_others_looks_nobody_up(here: Workspace) -> None:
    await welcome(here, LEA, "Léa")
    before = here.slack.calls.count("users.info")
    await here.event({
        "type": "message", "channel_type": "channel", "channel": "C0GENERAL", "user": LEA,
        "text": f"<@{INES}> tu es là ?", "ts": here.slack.ts(),
    })  # fmt: skip
    assert here.slack.calls.count("users.info") == before
