"""Tokens at rest: sealed, opened, sealed anew with the next key; nothing readable anywhere."""

from __future__ import annotations

import pytest
from cryptography.fernet import Fernet
from pydantic import SecretStr

from connectors.secrets import NotAKey, Safe, WrongKey

TOKEN = SecretStr("xoxb-not-a-real-token-é")
OLD, NEW = Fernet.generate_key().decode(), Fernet.generate_key().decode()


def safe(keys: str) -> Safe:
    return Safe(SecretStr(keys))


def test_what_is_kept_shows_nothing_and_gives_the_secret_back() -> None:
    sealed = safe(NEW).seal(TOKEN)
    assert TOKEN.get_secret_value() not in sealed
    assert safe(NEW).open(sealed) == TOKEN
    assert safe(NEW).seal(TOKEN) != sealed


def test_an_old_key_behind_the_new_one_still_opens() -> None:
    sealed = safe(OLD).seal(TOKEN)
    assert safe(f"{NEW}, {OLD}").open(sealed) == TOKEN


def test_what_was_sealed_anew_needs_the_old_key_no_more() -> None:
    resealed = safe(f"{NEW} {OLD}").reseal(safe(OLD).seal(TOKEN))
    assert safe(NEW).open(resealed) == TOKEN
    with pytest.raises(WrongKey):
        safe(OLD).open(resealed)


@pytest.mark.parametrize("spoilt", ["", "gAAAAA", "xoxb-plain", "é"])
def test_what_no_key_sealed_is_refused_and_not_repeated(spoilt: str) -> None:
    with pytest.raises(WrongKey) as refusal:
        safe(NEW).open(spoilt)
    assert "PASSERELLE_ENCRYPTION_KEY" in str(refusal.value)
    assert not spoilt or spoilt not in str(refusal.value)


def test_a_changed_letter_is_noticed() -> None:
    sealed = safe(NEW).seal(TOKEN)
    changed = sealed[:20] + ("A" if sealed[20] != "A" else "B") + sealed[21:]
    assert safe(NEW).unreadable([sealed, changed, safe(OLD).seal(TOKEN)]) == 2


@pytest.mark.parametrize(
    "words", ["", " , ", "short", NEW[:-2], f"{NEW},oops", "é" * 44],
    ids=["empty", "comma", "short", "cut", "one-wrong", "accents"],
)  # fmt: skip
def test_what_is_no_key_is_refused_without_being_shown(words: str) -> None:
    with pytest.raises(NotAKey) as refusal:
        safe(words)
    assert refusal.value.__cause__ is None
    assert "oops" not in str(refusal.value)
