"""Whether words in a channel call the bot, by what people call it there."""

from __future__ import annotations

import re

_GREETING = "hey|hi|hello|ok|okay|dear|thanks|thank you|salut|coucou|bonjour|bonsoir|dis|merci|eh"
_CALLED = re.compile(
    r"(?:^|\s)@bot\b"
    rf"|^(?:(?:{_GREETING})\W+)*(?:(?:le|cher) )?bot(?: la)?[,:!]"
    rf"|(?:,|\b(?:{_GREETING})) *(?:le )?bot$"
)


def is_called(plainly: str) -> bool:
    """Whether the bot is spoken to in this text, which is as `plain` leaves it: "coucou le bot, …".

    Who speaks of it ("le bot est en panne") does not call it.
    """
    return _CALLED.search(plainly) is not None
