"""What somebody wrote before they were one of us: it waits for the end of their welcome."""

from __future__ import annotations

from community import members, sensitive
from community.scope import Scope
from conversations.commands import Command, called, typed
from conversations.floor import OpenDialogue
from conversations.incoming import Incoming
from conversations.introducing import only_introduces
from conversations.link_codes import brought
from conversations.meaning import next_step
from conversations.phrases import told
from conversations.sayings import asks_about_us
from conversations.spoken_to import meant_for_us
from conversations.understanding import understand
from storage import inbox


def kept(event: Incoming) -> str | None:
    """What a stranger says to the bot, and the welcome comes before; None for what is done at once.

    That is what newcomers may do, a code of `/link`, and what is no words, or none for the bot.
    """
    words = meant_for_us(event)
    command = _command(words or "")
    at_once = command is not None and command.newcomers and command.dialogue is not None
    return None if at_once or brought(words or "") else words


def ask_for_help(words: str) -> bool:
    """Whether they ask what can be done here, or what this is."""
    command = _command(words)
    return asks_about_us(words) or (command is not None and command.name == "help")


def keep(welcome: OpenDialogue, words: str, locale: str) -> bool:
    """Have the welcome end with these words; False where nothing could be done about them."""
    if not _lead_somewhere(words, locale):
        return False
    welcome.args, welcome.touched = welcome.args | {"first": words}, True
    return True


def say_again(scope: Scope, words: str) -> bool:
    """Have whoever acts say it once more, now that they are heard; False for a mere greeting."""
    me = members.me(scope)
    line = members.direct_line(scope, me.id or 0)
    if line is None or not _lead_somewhere(words, me.locale):
        return False
    said = Incoming(
        space_id=line.space_id, event=f"{inbox.OURS}first:{me.id}", place=line.direct_place,
        place_kind="direct", sender=line.external_id, kind="message", text=words, role=scope.role,
    )  # fmt: skip
    inbox.put(
        scope.db.connection(), space_id=said.space_id, event_id=said.event, place=said.place,
        sender=said.sender, payload=said.payload(), now=scope.now,
    )  # fmt: skip
    return True


def _lead_somewhere(words: str, locale: str) -> bool:
    """Whether more can be done about it than to say what can be done here.

    Whoever has just come is on no pause: START only began the talk.
    """
    command = _command(words)
    if command is not None:
        return command.dialogue not in {None, "resume"}
    if asks_about_us(words):
        return False
    if told(words) or sensitive.subject(words) is not None:
        return True
    meant = understand(words, where="direct", locale=locale)
    step = next_step(meant, text=words, asked=False)
    return step is not None and not only_introduces(words, step)


def _command(words: str) -> Command | None:
    return typed(words)[0] if words.startswith("/") else called(words)
