"""What organisers do in the terminal: inviting, templates, the doctor."""

from __future__ import annotations

import asyncio
import io
import os
from collections.abc import Iterator, Mapping
from datetime import timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import segno
import typer
from aiohttp import ClientConnectionError
from rich.console import Console
from typer.testing import CliRunner, Result

from bot import cli, terminal
from bot.whatsapp import Commands
from connectors.base import Finding
from connectors.whatsapp import checkup, templates
from connectors.whatsapp.registered import SANDBOX
from connectors.whatsapp.settings import PREFIX, read_settings
from connectors.whatsapp.templates import needed
from conversations.language import render
from tests.connectors.whatsapp.conftest import AWA, BEN, Here
from tests.fakes import whatsapp as fake
from tests.fakes.whatsapp import FakeTwilio

GIVEN = {
    "ACCOUNT_SID": fake.ACCOUNT, "AUTH_TOKEN": fake.TOKEN, "NUMBER": fake.NUMBER,
    "PUBLIC_URL": fake.PUBLIC,
}  # fmt: skip

HOOK = f"{fake.PUBLIC}/hooks/whatsapp/message"


@pytest.fixture
def env(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """An environment in which WhatsApp, and nothing else, is set up."""
    for name in [each for each in os.environ if each.startswith("PASSERELLE_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    terminal.language.cache_clear()
    for name, value in GIVEN.items():
        monkeypatch.setenv(f"{PREFIX}{name}", value)
    yield monkeypatch
    terminal.language.cache_clear()


async def run(twilio: FakeTwilio, *args: str) -> Result:
    """The command, in a thread of its own: its Twilio is served from this one."""
    app = typer.Typer()
    Commands(terminal.words, terminal.fail, Console(soft_wrap=True), twilio.line).add_to(app)
    return await asyncio.to_thread(CliRunner().invoke, app, args)


async def findings(
    here: Here, call: checkup.Call | None = None, ahead: float = 0, host: str = "", **given: str
) -> list[Finding]:
    """What the doctor finds; `host` is what a proxy makes of the name that is asked for."""

    async def to_the_bot(url: str, fields: Mapping[str, str], signature: str) -> int:
        path = url.removeprefix(fake.PUBLIC)
        headers = {"X-Twilio-Signature": signature}
        return (await here.web.post(path, data=fields, headers=headers)).status_code

    async def read(url: str) -> str:
        answer = await here.web.get(
            url.removeprefix(fake.PUBLIC), headers={"Host": host or urlsplit(url).netloc}
        )
        return answer.text if answer.status_code == 200 else ""

    line, found = here.twilio.line(), list[Finding]()
    now = parsedate_to_datetime(await served_at(here)) + timedelta(seconds=ahead)
    settings = fake.settings(**given)
    async for each in checkup.examine(settings, line, call or to_the_bot, read, now):
        found.append(each)
    await line.close()
    return found


async def examined(
    here: Here, call: checkup.Call | None = None, ahead: float = 0, host: str = "", **given: str
) -> list[str]:
    """What the doctor finds wrong."""
    found = await findings(here, call, ahead, host, **given)
    return [render(each.text, "en") for each in found if not each.well]


async def hints(here: Here, **given: str) -> list[str]:
    """What the doctor finds worth reading, without fault."""
    return [
        render(each.text, "en") for each in await findings(here, None, 0, "", **given) if each.hint
    ]


async def served_at(here: Here) -> str:
    """The time by the clock of Twilio's machine."""
    line = here.twilio.line()
    answer = await line.session.get(here.twilio.url)
    await line.close()
    return str(answer.headers["Date"])


def passerelle(*args: str) -> Result:
    """The whole command line, for what needs no Twilio."""
    return CliRunner().invoke(cli.app, args)


@pytest.mark.parametrize(("lang", "hello"), [("en_GB.UTF-8", "Hello"), ("fr_CA.UTF-8", "Bonjour")])
def test_an_invitation_is_a_link_and_its_code(
    env: pytest.MonkeyPatch, lang: str, hello: str
) -> None:
    env.setenv("LANG", lang)
    answer = passerelle("invite", "whatsapp")
    link, *code = answer.output.splitlines()
    assert (answer.exit_code, link) == (0, f"https://wa.me/15550001111?text={hello}")
    drawn = io.StringIO()
    segno.make(link, micro=False).terminal(drawn, compact=True)
    assert code == drawn.getvalue().splitlines()


@pytest.mark.parametrize("name", ["WhatsApp", "WHATSAPP"])
def test_a_platform_is_named_in_any_case(env: pytest.MonkeyPatch, name: str) -> None:
    assert passerelle("invite", name).output == passerelle("invite", "whatsapp").output


def test_an_invitation_to_the_sandbox_says_what_it_takes(env: pytest.MonkeyPatch) -> None:
    assert "join" not in passerelle("invite", "whatsapp").output
    env.setenv(f"{PREFIX}NUMBER", SANDBOX)
    answer = passerelle("invite", "whatsapp")
    assert answer.exit_code == 0
    assert "sent it “join …” first" in answer.output


@pytest.mark.usefixtures("env")
async def test_a_twilio_that_is_not_reached_has_refused_nothing(twilio: FakeTwilio) -> None:
    await twilio.stop()
    answer = await run(twilio, "templates", "submit")
    await twilio.start()
    assert (answer.exit_code, "Twilio does not answer" in answer.output) == (2, True)


@pytest.mark.usefixtures("env")
def test_there_is_no_invitation_to_another_platform() -> None:
    answer = passerelle("invite", "pigeon")
    assert (answer.exit_code, "whatsapp" in answer.stderr) == (2, True)


@pytest.mark.usefixtures("env")
def test_every_template_is_shown_with_its_words() -> None:
    answer = passerelle("templates", "list")
    assert answer.exit_code == 0
    assert all(each.body in answer.output for each in needed())


@pytest.mark.parametrize("args", [("invite", "whatsapp"), ("templates", "check"),
                                  ("templates", "submit")])  # fmt: skip
def test_without_a_set_up_the_way_to_it_is_told(
    env: pytest.MonkeyPatch, args: tuple[str, ...]
) -> None:
    env.setenv(f"{PREFIX}ACCOUNT_SID", "")
    answer = passerelle(*args)
    assert (answer.exit_code, len(answer.output.splitlines())) == (2, 1)
    assert "docs/connect-whatsapp.md" in answer.output


@pytest.mark.usefixtures("env")
async def test_templates_are_listed_submitted_and_checked(twilio: FakeTwilio) -> None:
    listed = await run(twilio, "templates", "list")
    assert len(listed.output.splitlines()) == len(needed())
    assert (await run(twilio, "templates", "check")).output.count("not submitted yet") == 12
    submitted = await run(twilio, "templates", "submit")
    assert (submitted.exit_code, submitted.output.count("received by Twilio")) == (1, 12)
    twilio.approve()
    assert (await run(twilio, "templates", "check")).exit_code == 0
    next(iter(twilio.approvals.values()))["status"] = "paused"
    assert "“paused”" in (await run(twilio, "templates", "check")).output


async def test_a_refusal_is_one_line(twilio: FakeTwilio, env: pytest.MonkeyPatch) -> None:
    env.setenv(f"{PREFIX}ACCOUNT_SID", "AC" + "c" * 32)
    answer = await run(twilio, "templates", "check")
    assert (answer.exit_code, "20003" in answer.output) == (2, True)


@pytest.mark.parametrize("name", GIVEN)
async def test_half_a_set_up_is_named(
    twilio: FakeTwilio, env: pytest.MonkeyPatch, name: str
) -> None:
    env.setenv(f"{PREFIX}{name}", "")
    answer = await run(twilio, "invite", "whatsapp")
    told = "docs/connect-whatsapp.md" if name == "ACCOUNT_SID" else f"{PREFIX}{name}"
    assert (answer.exit_code, told in answer.output) == (2, True)


def test_a_number_without_its_prefix_is_named(env: pytest.MonkeyPatch) -> None:
    env.setenv(f"{PREFIX}NUMBER", "+15550001111")
    answer = passerelle("invite", "whatsapp")
    assert answer.exit_code == 2
    assert answer.output.startswith(f"{PREFIX}NUMBER")
    assert "whatsapp:+33612345678" in answer.output


def test_the_doctor_at_the_command_line_looks_at_whatsapp_too(env: pytest.MonkeyPatch) -> None:
    env.setenv(f"{PREFIX}AUTH_TOKEN", "")
    answer = passerelle("doctor")
    assert answer.exit_code == 1
    assert f"✗ {PREFIX}AUTH_TOKEN is missing" in answer.output


@pytest.mark.parametrize(
    ("name", "value"),
    [("ACCOUNT_SID", "SK" + "a" * 32), ("NUMBER", "+15550001111"), ("NUMBER", "whatsapp:0612"),
     ("PUBLIC_URL", "bot.example"), ("PUBLIC_URL", "https://bot.example/?x=1")],
)  # fmt: skip
def test_a_wrong_setting_is_not_taken_and_not_repeated(
    env: pytest.MonkeyPatch, name: str, value: str
) -> None:
    env.setenv(f"{PREFIX}{name}", value)
    with pytest.raises(ValueError, match=name.lower()) as wrong:
        read_settings()
    assert value not in str(wrong.value)


def test_a_secret_is_not_shown() -> None:
    assert fake.TOKEN not in repr(fake.settings())


async def test_the_doctor_finds_all_well(here: Here) -> None:
    await here.approved()
    assert await examined(here) == []


async def test_the_doctor_names_what_is_wrong(here: Here) -> None:
    assert await examined(here) == [
        "WhatsApp: 12 templates were not submitted yet. Run: passerelle templates submit"
    ]
    await here.approved()
    here.twilio.numbers = []
    assert "is no WhatsApp number of this account" in (await examined(here))[0]
    here.twilio.numbers = [fake.NUMBER]
    assert "300 seconds off" in (await examined(here, ahead=300))[0]


async def test_the_doctor_knows_the_sandbox(here: Here) -> None:
    """It belongs to no account and takes no templates: nothing there can be put right."""
    (hint,) = await hints(here, number=SANDBOX)
    assert f"{fake.PUBLIC}/hooks/whatsapp/message" in hint
    assert all("template" not in each for each in await examined(here, number=SANDBOX))
    assert all("of this account" not in each for each in await examined(here, number=SANDBOX))


@pytest.mark.parametrize("status", ["received", "pending"])
async def test_templates_that_are_looked_at_need_nothing_but_time(here: Here, status: str) -> None:
    await here.approved()
    for each in here.twilio.approvals.values():
        each["status"] = status
    assert await examined(here) == []
    (hint,) = await hints(here)
    assert "12 templates are being looked at" in hint


@pytest.mark.parametrize("status", ["rejected", "paused", "disabled"])
async def test_a_template_that_was_refused_is_named_with_what_helps(
    here: Here, status: str
) -> None:
    await here.approved()
    sid, approval = next(iter(here.twilio.approvals.items()))
    approval["status"] = status
    (fault,) = await examined(here)
    assert "request (en)" in fault
    assert "run: passerelle templates submit --again" in fault
    await templates.submit(here.connector._at_work().client, again=True)
    name = here.twilio.contents[sid]["friendly_name"]
    assert [each["friendly_name"] for each in here.twilio.contents.values()][-1] == f"{name}_v2"
    here.twilio.approve()
    approval["status"] = status
    assert await examined(here) == [], "what it says helps"


async def test_a_template_that_is_refused_twice_gets_a_third_name(here: Here) -> None:
    await here.approved()
    client = here.connector._at_work().client
    for n in (2, 3):
        list(here.twilio.approvals.values())[0 if n == 2 else -1]["status"] = "rejected"
        assert await templates.submit(client) == 0, "of its own accord nothing is sent anew"
        assert await templates.submit(client, again=True) == 1
        newest = list(here.twilio.contents.values())[-1]["friendly_name"]
        assert newest.endswith(f"_v{n}")
    assert await templates.submit(client, again=True) == 0


async def test_the_newest_name_of_a_template_knocks(here: Here) -> None:
    await here.approved()
    for approval in here.twilio.approvals.values():
        approval["status"] = "rejected"
    before = set(here.twilio.approvals)
    await templates.submit(here.connector._at_work().client, again=True)
    for sid in here.twilio.approvals.keys() - before:
        here.twilio.approvals[sid]["status"] = "approved"
    await here.connector.compare(here.clock.now())
    await here.later(hours=25)
    await here.says(AWA, "/team un mot pour vous")
    assert here.last(BEN).titles() == ["See it"]


@pytest.mark.usefixtures("env")
async def test_a_rejected_template_is_sent_anew_at_the_command_line(twilio: FakeTwilio) -> None:
    await run(twilio, "templates", "submit")
    twilio.approve()
    first = next(iter(twilio.approvals.values()))
    first |= {"status": "rejected", "rejection_reason": "INVALID_FORMAT"}
    assert "rejected (INVALID_FORMAT)" in (await run(twilio, "templates", "check")).output
    answer = await run(twilio, "templates", "submit", "--again")
    assert answer.output.count("received by Twilio") == 1


@pytest.mark.parametrize("status", ["OFFLINE", "PENDING_VERIFICATION"])
async def test_the_doctor_sees_a_number_that_is_not_online(here: Here, status: str) -> None:
    await here.approved()
    here.twilio.standing = status
    (fault,) = await examined(here)
    assert f"“{status}”" in fault


async def test_the_doctor_sees_a_template_in_another_category(here: Here) -> None:
    await here.approved()
    next(iter(here.twilio.approvals.values()))["category"] = "MARKETING"
    assert await examined(here) == []
    (hint,) = await hints(here)
    assert "request (en)" in hint
    assert "another category" in hint


@pytest.mark.parametrize(
    ("hook", "says"),
    [
        (None, "calls nobody"),
        ({"callback_url": ""}, "calls nobody"),
        ({"callback_url": "https://demo.twilio.com/welcome"}, "POST https://demo.twilio.com"),
        ({"callback_url": HOOK, "callback_method": "GET"}, f"GET {HOOK}"),
        ({"callback_url": f"{HOOK}/"}, f"calls POST {HOOK}/."),
    ],
)
async def test_the_doctor_asks_whom_twilio_calls(
    here: Here, hook: dict[str, str] | None, says: str
) -> None:
    await here.approved()
    here.twilio.hook = hook
    (fault,) = await examined(here)
    assert says in fault
    assert HOOK in fault


async def test_what_twilio_keeps_to_itself_of_an_address_does_not_matter(here: Here) -> None:
    await here.approved()
    here.twilio.hook = {"callback_url": f"{HOOK}#rc=5&rp=all"}
    assert await examined(here) == []


async def test_the_doctor_sees_a_page_that_a_proxy_opens_to_everybody(here: Here) -> None:
    await here.approved()
    (fault,) = await examined(here, host="127.0.0.1:8000")
    assert "anybody can open the page" in fault


async def test_the_doctor_tells_a_wrong_account_from_a_wrong_token_of_the_webhook(
    here: Here,
) -> None:
    found = await examined(here, auth_token="another")
    assert "Twilio refuses this account (20003)" in found[0]
    assert "refuses a good signature" in found[1]


async def test_the_doctor_tells_a_bot_of_another_number_from_a_wrong_signature(
    here: Here,
) -> None:
    found = await examined(here, number="whatsapp:+15550002222")
    assert any("another account or number" in each for each in found)
    assert not any("good signature" in each for each in found)


async def away(_url: str) -> str:
    raise ClientConnectionError


def answering(status: int) -> checkup.Call:
    async def call(url: str, fields: Mapping[str, str], signature: str) -> int:
        if status == 0:
            raise ClientConnectionError
        return status

    return call


@pytest.mark.parametrize(
    ("status", "says"),
    [(200, "(200, 200)"), (404, "(404, 404)"), (403, "good signature"), (0, "ConnectionError")],
)
async def test_the_doctor_tells_what_the_webhook_did(here: Here, status: int, says: str) -> None:
    await here.approved()
    assert says in (await examined(here, answering(status)))[0]


async def test_the_doctor_wants_https(here: Here) -> None:
    found = await examined(here, answering(404), public_url="http://bot.example")
    assert "must begin with https" in found[-1]


async def test_the_doctor_says_when_twilio_is_away(here: Here) -> None:
    line, call = here.twilio.line(), answering(404)
    await here.twilio.stop()
    now = here.clock.now()
    found = [each async for each in checkup.examine(fake.settings(), line, call, away, now)]
    await line.close()
    await here.twilio.start()
    assert found[0].text.key == "doctor-whatsapp-unreachable"
