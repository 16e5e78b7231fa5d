"""Rights on WhatsApp: by explicit grant alone, looked at when something is done."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator

import pytest
from sqlalchemy import select
from typer.testing import CliRunner

from bot import cli, terminal
from conversations.language import render
from conversations.texts import Text
from storage.database import reading
from storage.tables import Identity, table
from tests.connectors.whatsapp.conftest import AWA, BEN, ZOE, Here

identities = table(Identity)
REFUSED = {render(Text("not-allowed"), locale) for locale in ("fr", "en")}


@pytest.fixture(autouse=True)
def terminal_here(here: Here, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The command line of this installation."""
    monkeypatch.setenv("PASSERELLE_DATABASE_URL", here.settings.database_url)
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    terminal.language.cache_clear()
    yield
    terminal.language.cache_clear()


async def role(who: str, name: str) -> tuple[int, str]:
    """`passerelle role`, beside the running bot."""
    done = await asyncio.to_thread(CliRunner().invoke, cli.app, ["role", who, name])
    return done.exit_code, (done.stdout + done.stderr).strip()


async def may_introduce(here: Here, who: str) -> bool:
    """Whether a moderators' command works for them at this moment."""
    await here.says(who, "/intro")
    works = here.last(who).body not in REFUSED
    await here.says(who, "/cancel")
    return works


def vouched(here: Here, external_id: str) -> bool:
    with reading(here.app.database) as connection:
        query = select(identities.c.vouched).where(identities.c.external_id == external_id)
        return bool(connection.execute(query).scalar_one())


@pytest.mark.parametrize("who", ["+33 6 00-00-00-02", "0033600000002", AWA, "Awa Diop", "awa diop"])
async def test_a_role_is_granted_by_number_or_name_and_taken_back(here: Here, who: str) -> None:
    assert not await may_introduce(here, AWA)
    assert await role(who, "moderator") == (0, "Awa Diop has the role moderator now.")
    assert await may_introduce(here, AWA)
    await role(who, "member")
    assert not await may_introduce(here, AWA)


async def test_a_role_goes_with_the_person_and_not_with_the_number(here: Here) -> None:
    await role(AWA.removeprefix("whatsapp:"), "moderator")
    new = "whatsapp:+33611111111"
    await here.says(AWA, f"changed from {AWA[10:]} to {new[10:]}", MessageType="system")
    await here.says(AWA, "bonjour")
    assert await may_introduce(here, new)
    assert here.last(AWA).titles() == ["English", "Français"]


@pytest.mark.parametrize("who", ["+33699999999", "Personne", "+336000000020000000"])
async def test_nobody_is_known_by_that(here: Here, who: str) -> None:
    code, said = await role(who, "organiser")
    assert (code, said.splitlines()[0][:25]) == (2, f"Nobody is known by “{who}”"[:25])


async def test_a_name_of_two_members_grants_nothing(here: Here) -> None:
    await here.welcome(ZOE, "Awa Ndiaye")
    code, said = await role("Awa", "organiser")
    assert (code, "Awa Diop" in said, "Awa Ndiaye" in said) == (2, True, True)
    assert not await may_introduce(here, AWA)
    assert (await role("Awa Ndiaye", "organiser"))[0] == 0


async def test_a_role_does_not_travel_through_a_link_until_it_is_granted_here(here: Here) -> None:
    await here.says(BEN, "/link")
    code = re.search(r"/(?:link|relier) ([\w-]+)", here.last(BEN).body)
    assert code
    await here.says(AWA, f"/link {code[1]}")
    await here.taps(AWA, 0)
    assert await may_introduce(here, BEN), "an organiser, by his own number"
    assert not vouched(here, "awa")
    assert not await may_introduce(here, AWA), "the same member, by a number that was linked"
    assert await role(AWA, "moderator") == (0, "Ben Roy has the role moderator now.")
    assert vouched(here, "awa")
    assert await may_introduce(here, AWA)
