"""One's own data where the bot has no address of its own, as in Socket Mode (P42)."""

from __future__ import annotations

import io
import zipfile

from tests.connectors.slack.conftest import Workspace
from tests.connectors.slack.test_story import LEA, welcome


async def test_without_a_public_address_the_file_comes_into_the_conversation(
    here: Workspace,
) -> None:
    await welcome(here, LEA, "Léa", offers="apiculture")
    await here.commands(LEA, "/mydata")
    await here.presses(LEA, "Tout recevoir")
    assert "dans cette conversation" in here.texts(LEA)[-2]
    (file,) = [each for message in here.heard(LEA) for each in message.get("files", ())]
    assert file["name"] == "mes-donnees.zip"
    archive = zipfile.ZipFile(io.BytesIO(file["content"]))
    assert sorted(archive.namelist()) == ["data.json", "mes-donnees.html"]
    assert "apiculture" in archive.read("data.json").decode()
    assert here.rows("SELECT count(*) FROM outbox WHERE payload LIKE '%UEsD%'") == [(0,)]
