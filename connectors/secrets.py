"""Platform tokens at rest: what is in the database is worth nothing without the key beside it.

Fernet (cryptography.io, "Fernet (symmetric encryption)"): AES-128-CBC with an HMAC, so that what
was changed or sealed with another key is noticed. The first key seals, all of them open: to change
the key, put the new one in front, run `reseal` over what is kept, and take the old one away.
"""

from __future__ import annotations

from collections.abc import Iterable

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from pydantic import SecretStr


class NotAKey(ValueError):
    """An encryption key is 32 random bytes in base64: make one as .env.example says."""


class WrongKey(ValueError):
    """Sealed with a key that is not among PASSERELLE_ENCRYPTION_KEY: put it back, behind the new
    one."""


class NoKey(RuntimeError):
    """Tokens are to be kept in the database, and there is no key to seal them with: set
    PASSERELLE_ENCRYPTION_KEY as .env.example says."""


class Safe:
    """Seals and opens secrets. Raises NotAKey for keys that can't be used."""

    def __init__(self, keys: SecretStr) -> None:
        parts = keys.get_secret_value().replace(",", " ").split()
        if not parts:
            raise NotAKey(NotAKey.__doc__)
        self._keys = MultiFernet([_key(part) for part in parts])
        self.count = len(parts)

    def seal(self, secret: SecretStr) -> str:
        """The secret as it may be kept; the same one looks different every time."""
        return self._keys.encrypt(secret.get_secret_value().encode()).decode()

    def open(self, sealed: str) -> SecretStr:
        """The secret; raises WrongKey when it was sealed with a key that is gone, or changed."""
        try:
            return SecretStr(self._keys.decrypt(sealed.encode()).decode())
        except InvalidToken:
            raise WrongKey(WrongKey.__doc__) from None

    def reseal(self, sealed: str) -> str:
        """The same secret under the first key; raises WrongKey."""
        return self.seal(self.open(sealed))

    def unreadable(self, sealed: Iterable[str]) -> int:
        """How many of these can't be opened, for the doctor."""
        return sum(not self._opens(each) for each in sealed)

    def _opens(self, sealed: str) -> bool:
        try:
            self.open(sealed)
        except WrongKey:
            return False
        return True


def _key(words: str) -> Fernet:
    try:
        return Fernet(words)
    except ValueError:
        raise NotAKey(NotAKey.__doc__) from None
