"""What asks for nothing, or for nothing that can be read: a kind word, and what one can do here."""

from __future__ import annotations

import re
from dataclasses import replace

from community import gatherings, members, places, requests
from conversations import floor, other_questions
from conversations.answers import asks_language, labelled
from conversations.commands import language_of, listed_for
from conversations.floor import OpenDialogue
from conversations.introducing import only_introduces
from conversations.meaning import Step
from conversations.phrases import pattern
from conversations.questions import plain
from conversations.relaying import kept_back
from conversations.sayings import asks_about_us, language_asked_for, says
from conversations.texts import Text
from conversations.turn import Turn


def introduced(turn: Turn, step: Step | None) -> bool:
    """Whether somebody says who they are and asks for nothing: they are greeted.

    Whoever is paused may mean that they are back.
    """
    paused = step is not None and step[1].get("to") == "resume" and members.is_paused(turn.scope)
    if paused or not only_introduces(turn.incoming.text, step):
        return False
    offer(turn, "hello")
    return True


REQUESTS = frozenset({"request", "reworded"})
"""Dialogues that bring somebody a request, …"""
WHOSE = REQUESTS | {"proposal"}
"""… and those that bring something of somebody who may not be named yet."""


INVITATIONS = ("invitation", "place-freed")
"""Dialogues that ask whether somebody comes to a gathering."""
ASKING = frozenset({"ask", "unsure", "overheard"})
"""Dialogues in which a request is made."""
PUTS_OFF = ("answers_later", "thinks", "back_soon")
"""The lists of words with which an answer is to come, but not now."""
HESITATION = ("hesitates", "no_idea")
"""The lists of words in which nobody needs anything, whatever they would find."""


def answered(turn: Turn, standing: OpenDialogue | None) -> bool:
    """Greetings, goodbyes, bare signs, a "maybe", a yes to nothing; whether it was one."""
    text = turn.incoming.text
    if _asked_about_it(turn, standing):
        return True
    if says(text, "bye"):
        _goodbye(turn, standing)
    elif says(text, "hush"):
        turn.say(Text("hushed"))
    elif locale := language_asked_for(text):
        speak(turn, locale)
    elif says(text, "hello") and standing is not None:
        turn.say(Text("hello-again", name=turn.member.name))
        turn.ask_standing()
    elif says(text, "hello"):
        offer(turn, "hello")
    elif says(text, "feels_low"):
        turn.say(Text("feels-low"))
    elif asks_about_us(text):
        help_(turn)
    elif says(text, *HESITATION):
        _undecided(turn)
    else:
        return standing is None and _idle(turn, text)
    return True


def _asked_about_it(turn: Turn, standing: OpenDialogue | None) -> bool:
    """Whether somebody asks about what they are asked, or may ask, and was told."""
    told = explained(turn, turn.standing()) or _asked_its_price(turn)
    return told or _asked_unnamed(turn, standing)


def _asked_unnamed(turn: Turn, standing: OpenDialogue | None) -> bool:
    """Whether somebody who asks for help, or is asked nothing, would do it without their name, and
    was told how."""
    elsewhere = standing is not None and standing.name not in ASKING
    if elsewhere or (standing is not None and (standing.pending or {})["free"]):
        return False
    if not says(turn.incoming.text, "is_it_anonymous", "unnamed"):
        return False
    turn.say(Text("asks-unnamed"))
    turn.ask_standing()
    return True


def explained(turn: Turn, asked: OpenDialogue | None) -> bool:
    """Whether somebody asks about what they were just asked, or puts it off, and was told.

    What is put off stands, and is not put again at once; what only comes beside an answer is not
    put off. What stands on a button is an answer.
    """
    if asked is None or turn.is_unseen(asked):
        return False
    if asked.pending and labelled(asked.pending, turn.incoming.text, turn.member.locale):
        return False
    told = turn.registry[asked.name].explains
    beside = asked.yields and (asked.pending or {}).get("confidential")
    kinds = [each for each in told if not (beside and each in PUTS_OFF)]
    key = next((told[kind] for kind in kinds if _asks(kind, turn.incoming.text)), None)
    if key:
        turn.say(Text(key))
    if key and _is_put_again(asked, turn.incoming.text):
        turn.advance(asked)
    return key is not None


def _is_put_again(asked: OpenDialogue, words: str) -> bool:
    """Whether a question is put once more below what was told: not what is put off, nor what asks
    for nothing."""
    pending = asked.pending or {}
    return bool(pending["free"] or pending["options"]) and not says(words, *PUTS_OFF)


def _asks(kind: str, words: str) -> bool:
    """Whether words ask that; "what is it?" perhaps of a round by what such things are called."""
    if says(words, kind):
        return True
    begun = re.match(pattern(kind), plain(words)) if kind == "what_is_it" else None
    left = plain(words)[begun.end() :] if begun else "?"
    for called in ("a_round", "around_a_place"):
        left = re.sub(pattern(called), " ", left)
    return not left.strip()


def _asked_its_price(turn: Turn) -> bool:
    """Whether somebody asks, below the invitation to a gathering, what it costs, and was told who
    knows: that we are free says nothing of it."""
    asked = turn.standing()
    if asked is None or turn.is_unseen(asked) or not says(turn.incoming.text, "is_it_free"):
        return False
    if asked.name not in INVITATIONS:
        return False
    about = gatherings.seen(turn.scope, asked.args["gathering"])
    turn.say(Text("gathering-price", host=about.host))
    return True


def _idle(turn: Turn, text: str) -> bool:
    """Below no question: a yes to nothing, signs, chat words, a scolding; whether it was one."""
    if says(text, "yes", "no") and other_questions.put_again(turn):
        return True
    if says(text, "accepting"):
        turn.say(Text("nothing-to-accept"))
    elif says(text, "chatter", "thinks", "no") or not any(map(str.isalnum, text)):
        offer(turn, "signs")
    elif says(text, "scolds"):
        offer(turn, "nothing")
    else:
        return False
    return True


def _goodbye(turn: Turn, standing: OpenDialogue | None) -> None:
    """To whom one writes through the bot, it may have been for them."""
    if standing is not None or not kept_back(turn):
        turn.say(Text("goodbye", name=turn.member.name))


def _undecided(turn: Turn) -> None:
    """A "maybe" is for the question that was last put, also for one that nobody has to answer."""
    asked = turn.standing()
    return offer(turn, "signs") if asked is None else turn.ask_again(asked)


def speak(turn: Turn, locale: str) -> None:
    """Go on in another language, which becomes the member's, and ask in it what stands."""
    members.use_language(turn.scope, locale)
    turn.person = replace(turn.member, locale=locale)
    turn.say(Text("speaks-now"))
    turn.ask_standing()


def asked_who(turn: Turn, standing: OpenDialogue | None) -> bool:
    """Below a request: whether somebody asks whom it is from, and was told if they may know."""
    if standing is None or standing.name not in WHOSE or turn.is_unseen(standing):
        return False
    if not standing.pending or not _asks_who(turn.incoming.text):
        return False
    if standing.pending["free"] and says(turn.incoming.text, "for_whom"):
        return False
    turn.say(_whose(turn, standing))
    turn.advance(standing)
    return True


def _asks_who(words: str) -> bool:
    """Whether words ask whom it is from, or whether it is somebody: "c'est Zoé qui demande ?"."""
    guess = rf"{pattern('is_it')}\s+[\w' -]+?\s+{pattern('who_is_asking')}\W*"
    return says(words, "who_asks") or re.fullmatch(guess, plain(words)) is not None


def _whose(turn: Turn, standing: OpenDialogue) -> Text:
    """Whom a request is from, or that it is not said yet, as of whom the team proposes to meet."""
    if standing.name not in REQUESTS:
        return Text("proposal-who-hidden")
    requester = requests.read(turn.scope, standing.args["introduction"]).requester
    return Text("request-who", name=requester) if requester else Text("request-who-hidden")


def met(turn: Turn, standing: OpenDialogue) -> bool:
    """In the welcome: whether a newcomer greets, or asks who this is, whatever the question is.

    The language question is a greeting itself, in every language, as nobody knows theirs yet.
    """
    text, pending = turn.incoming.text, standing.pending
    if turn.member.welcomed or standing.name != "onboarding":
        return False
    asks = asks_about_us(text)
    if pending is None or not (asks or says(text, "hello")):
        return False
    if asks:
        turn.say(Text("welcome-who-in-all" if asks_language(pending) else "welcome-who"))
    elif not asks_language(pending):
        turn.say(Text("welcome-hello"))
    turn.advance(standing)
    return True


def speak_as(turn: Turn) -> None:
    """Whoever has chosen no language yet is answered in that of the command they type.

    A platform's own command says nothing of it: it has one name for us in every language.
    """
    standing, event = floor.holder(turn.dialogues), turn.incoming
    by_name = event.kind == "command" or event.data.get("command")
    if by_name or not standing or not standing.pending:
        return
    locale = language_of(event.text.removeprefix("/").partition(" ")[0])
    if locale and asks_language(standing.pending):
        members.use_language(turn.scope, locale)
        turn.person = replace(turn.member, locale=locale)


def offer(turn: Turn, after: str) -> None:
    """The few things that people mostly come for, `after` what was said: hello, signs, nothing."""
    if after == "unknown" or not kept_back(turn):
        turn.start("menu", {"after": after})


def help_(turn: Turn) -> None:
    """Everything that one can do here; then the standing question again."""
    event = turn.incoming
    if asks_about_us(event.text or event.values.get("first", "")):
        turn.say(Text("about-us" if turn.member.welcomed else "welcome-who-in-all"))
    turn.say(listed_for(turn.member, channels=places.can_listen(turn.scope)))
    turn.ask_standing()


def unknown(turn: Turn) -> None:
    """No command of ours; newcomers have few enough to read them all."""
    if not turn.member.welcomed:
        name = turn.member.name
        known = Text("menu-unknown", name=name) if name else Text("menu-unknown-nameless")
        turn.say(known)
        return help_(turn)
    offer(turn, "unknown")
    return turn.ask_standing()
