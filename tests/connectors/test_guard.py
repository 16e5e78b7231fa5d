"""Who gets in: the access token, and the name of this machine."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from connectors.local.guard import COOKIE, HEADERS
from tests.connectors.conftest import Community, Starting

TOKEN = "correct-horse+battery/staple=="
CALLS = ["/", "/local/page/app.js", "/local/api/members", "/local/api/stream?place=general", "/x"]


@pytest.fixture
async def guarded(starting: Starting) -> AsyncIterator[Community]:
    async with starting(access_token=TOKEN) as community:
        yield community


@pytest.mark.parametrize("path", CALLS)
@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Authorization": "Bearer wrong"},
        {"Authorization": "Bearer "},
        {"Authorization": "Bearer"},
        {"Authorization": f"Bearer {TOKEN} "[:-2]},
        {"Cookie": f"{COOKIE}=wrong"},
        {"Cookie": f"{COOKIE}="},
        {"Cookie": "][;=,"},
    ],
    ids=str,
)
async def test_without_the_token_nothing_is_told(
    guarded: Community, path: str, headers: dict[str, str]
) -> None:
    answer = await guarded.client.get(path, headers=headers)
    assert (answer.status_code, answer.json()["error"]) == (401, "needs-token")


@pytest.mark.parametrize("address", ["/", "/?token=wrong"])
@pytest.mark.parametrize(("locale", "label"), [("fr", "Jeton d’accès"), ("en", "Access token")])
async def test_a_person_without_the_token_is_told_so_on_a_page(
    guarded: Community, address: str, locale: str, label: str
) -> None:
    headers = {"Accept": "text/html,*/*;q=0.8", "Accept-Language": locale}
    answer = await guarded.client.get(address, headers=headers)
    assert answer.status_code == 401
    assert answer.headers["Content-Type"].startswith("text/html")
    assert f'<html lang="{locale}">' in answer.text
    assert label in answer.text
    assert 'name="token"' in answer.text


async def test_bytes_that_are_no_token_are_refused(guarded: Community) -> None:
    headers = {b"Authorization": b"Bearer \xff\xfe", b"Accept-Language": b"fr"}
    answer = await guarded.client.get("/local/api/members", headers=headers)
    assert answer.status_code == 401
    assert "jeton" in answer.json()["message"]


async def test_the_token_opens_every_call(guarded: Community) -> None:
    headers = {"Authorization": f"Bearer {TOKEN}"}
    answer = await guarded.client.get("/local/api/members", headers=headers)
    assert answer.status_code == 200


async def test_an_event_without_the_token_is_not_written_down(guarded: Community) -> None:
    answer = await guarded.post(type="message", text="Bonjour")
    assert (answer.status_code, guarded.events()) == (401, 0)


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
async def test_health_checks_need_no_token(guarded: Community, path: str) -> None:
    assert (await guarded.client.get(path)).status_code == 200


async def test_the_complete_address_leaves_a_cookie_that_opens_the_page(
    guarded: Community,
) -> None:
    first = await guarded.client.get("/", params={"token": TOKEN})
    assert (first.status_code, first.headers["Location"]) == (303, "/")
    cookie = first.headers["Set-Cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert (await guarded.client.get("/")).status_code == 200


async def test_a_wrong_token_in_the_address_leaves_no_cookie(guarded: Community) -> None:
    answer = await guarded.client.get("/", params={"token": "wrong"})
    assert answer.status_code == 401
    assert "Set-Cookie" not in answer.headers


async def test_a_token_in_the_address_opens_nothing_but_the_page(guarded: Community) -> None:
    answer = await guarded.client.get("/local/api/members", params={"token": TOKEN})
    assert answer.status_code == 401


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "evil.example:8000", "", "localhost.evil",
             "192.168.1.7:8000", "[2001:db8::1]:8000", "127.0.0.1@evil.example"],
)  # fmt: skip
async def test_without_a_token_another_hosts_name_is_refused(here: Community, host: str) -> None:
    answer = await here.client.get("/local/api/members", headers={"Host": host})
    assert (answer.status_code, answer.json()["error"]) == (421, "not-here")


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "127.0.0.1:8000", "localhost", "LocalHost:8000", "[::1]", "[::1]:8000",
             "127.0.0.2:8000"],
)  # fmt: skip
async def test_every_name_of_this_machine_is_let_in(here: Community, host: str) -> None:
    answer = await here.client.get("/local/api/members", headers={"Host": host})
    assert answer.status_code == 200


async def test_every_answer_keeps_the_page_to_itself(guarded: Community) -> None:
    for path in ("/healthz", "/local/api/members"):
        answer = await guarded.client.get(path)
        assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS
