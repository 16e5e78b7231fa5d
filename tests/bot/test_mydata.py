"""`/mydata`: everything that is kept, fetched once from an address that lives an hour (P42)."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import httpx
import pytest
from sqlalchemy import insert
from sqlmodel import SQLModel
from starlette.applications import Starlette

from bot.mydata import OwnData
from community import own_data
from conversations.own_data import packed
from conversations.testing import Stage
from storage.database import open_database
from storage.tables import Fact, table
from storage.writer import Writer

BASE = "https://passerelle.example"


@pytest.fixture
def stage(new_database: Callable[[str], str]) -> Stage:
    """Zoé has said something of everything; she writes from elsewhere than our own page."""
    made = Stage(url=new_database("sqlite"))
    made.member("Awa", offers=["comptabilité"])
    made.joins("Zoé")
    for words in (
        "English",
        "yes",
        "yes",
        "Zoé",
        "Beekeeper <b>",
        "honey",
        "skip",
        "skip",
        "Dakar",
    ):
        made.says("Zoé", words)
    made.taps("Zoé", "Later")
    for words in ("/ask comptabilité", "Awa", "for my hives"):
        made.says("Zoé", words)
    return made


def published(stage: Stage) -> None:
    stage.write(lambda c: c.execute(insert(table(Fact)), {"name": own_data.ADDRESS, "value": BASE}))


def address(stage: Stage) -> str:
    stage.says("Zoé", "/mydata")
    stage.taps("Zoé", "Receive everything")
    link = stage.spoken["dm:Zoé"][-1].outgoing.link
    assert link is not None
    return link.url


@asynccontextmanager
async def web(stage: Stage) -> AsyncIterator[httpx.AsyncClient]:
    engine = open_database(stage.url)
    writer = Writer(engine)
    served = Starlette(routes=list(OwnData(writer, lambda: stage.now).routes()))
    transport = httpx.ASGITransport(app=served)
    async with httpx.AsyncClient(transport=transport, base_url=BASE) as client:
        yield client
    writer.stop()
    engine.dispose()


async def test_looking_spends_nothing_and_fetching_spends_it(stage: Stage) -> None:
    published(stage)
    where = address(stage)
    assert where.startswith(f"{BASE}/mydata/")
    async with web(stage) as client:
        for _ in range(3):
            looked = await client.get(where)
            assert looked.status_code == 200
            assert "hives" not in looked.text
        fetched = await client.post(where)
        assert fetched.status_code == 200
        assert (await client.post(where)).status_code == 404
        assert (await client.get(where)).status_code == 404
    _is_all_of_it(fetched.content)
    stage.restart()


def _is_all_of_it(packed: bytes) -> None:
    archive = zipfile.ZipFile(io.BytesIO(packed))
    assert sorted(archive.namelist()) == ["data.json", "my-data.html"]
    data: dict[str, Any] = json.loads(archive.read("data.json"))
    assert data["member"][0]["name"] == "Zoé"
    assert {"kind": "offer", "words": "honey"} in data["profile"]
    assert data["asks"][0]["context"] == "for my hives"
    agreed = data["consent"][0]
    assert agreed["version"] == 1
    assert agreed["rules"]["en"] == "• Kindness."
    assert "/mydata" in agreed["about_data"]
    assert "helper_id" not in [key for row in data["introductions"] for key in row
                               if row[key] is not None]  # fmt: skip
    page = archive.read("my-data.html").decode()
    assert "Your requests" in page
    assert "Beekeeper &lt;b&gt;" in page
    assert "<b>" not in page


async def test_an_address_lives_an_hour_and_the_newest_alone_works(stage: Stage) -> None:
    published(stage)
    first, second = address(stage), address(stage)
    async with web(stage) as client:
        assert (await client.get(first)).status_code == 404
        assert (await client.get(f"{BASE}/mydata/guessed")).status_code == 404
        stage.now += timedelta(minutes=59)
        assert (await client.get(second)).status_code == 200
        stage.now += timedelta(minutes=1)
        assert (await client.post(second)).status_code == 404
    assert stage.write(lambda connection: own_data.forget_old(connection, stage.now)) == 1
    stage.restart()


def test_without_a_public_address_the_file_comes_as_a_message(stage: Stage) -> None:
    stage.says("Zoé", "/mydata")
    stage.taps("Zoé", "Receive everything")
    heard = stage.spoken["dm:Zoé"][-1]
    assert "stays in this conversation" in heard.text
    assert heard.outgoing.file is not None
    assert heard.outgoing.file.name == "my-data.zip"
    _is_all_of_it(heard.outgoing.file.content)


def page(stage: Stage, who: str) -> str:
    data = stage.work(packed, who)
    archive = zipfile.ZipFile(io.BytesIO(data))
    return next(archive.read(name).decode() for name in archive.namelist() if name.endswith("html"))


def test_the_page_is_in_the_members_language_without_a_column_of_ours(stage: Stage) -> None:
    stage.says("Awa", "/pause")
    stage.taps("Awa", "Jusqu’à ce que")
    told = page(stage, "Awa")
    assert "<dt>Je propose</dt><dd>comptabilité</dd>" in told
    assert "<dd>jusqu’à nouvel ordre</dd>" in told
    assert "<dt>Parmi nous depuis</dt><dd>lundi 23 novembre 2026</dd>" in told
    labels = re.findall(r"<dt>(.*?)</dt>", told)
    columns = {each.name for row in SQLModel.metadata.sorted_tables for each in row.columns}
    assert columns.isdisjoint(labels)
    assert not [each for each in labels if "_" in each]
    stage.restart()


def test_what_the_team_decided_is_in_it_but_not_what_became_of_a_report(stage: Stage) -> None:
    stage.member("Inès", role="moderator")
    for words in ("/pause-member Zoé", "lundi", "trop de demandes"):
        stage.says("Inès", words)
    for words in ("/report Zoé", "elle insiste", "non"):
        stage.says("Awa", words)
    stage.taps("Inès", "Le clore")
    stage.says("Inès", "déjà en pause")
    told = page(stage, "Zoé")
    assert "<dt>Paused, because</dt><dd>trop de demandes</dd>" in told
    assert "déjà en pause" not in told
    assert "Inès" not in told
    kept = stage.work(own_data.collect, "Zoé")["decisions"]
    assert [(each["kind"], each["reason"]) for each in kept] == [("held", "trop de demandes")]
    stage.restart()


def test_the_page_names_who_was_met_and_says_through_whom_one_agreed(stage: Stage) -> None:
    """It said that nothing was agreed to, named nobody, and called the language "en"."""
    read = zipfile.ZipFile(io.BytesIO(stage.work(packed, "Awa"))).read("mes-donnees.html").decode()
    assert "la personne de l’équipe qui vous a fait venir" in read
    assert "Français" in read
    assert "Zoé" not in read, "before both have agreed"
    stage.taps("Awa", "J’accepte")
    read = zipfile.ZipFile(io.BytesIO(stage.work(packed, "Awa"))).read("mes-donnees.html").decode()
    assert "<dt>Avec</dt><dd>Zoé</dd>" in read
