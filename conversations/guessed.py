"""Words that are neither a command nor an answer: what they may mean, or what can be done here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from community import (
    appointments,
    details,
    introductions,
    lookup,
    partings,
    sensitive,
    standings,
    withdrawn_reports,
)
from community.scope import Scope
from community.search.tokens import has_subject
from conversations import (
    beside,
    comings,
    left_out,
    other_questions,
    relaying,
    rescheduling,
    second_thoughts,
    several,
    small_talk,
    stakes,
    wishes,
)
from conversations.addressing import told_of
from conversations.answers import TOLD, typed_answer
from conversations.bare_names import bare_name
from conversations.commanded import cancelled
from conversations.diverted import chooses
from conversations.floor import OpenDialogue
from conversations.link_codes import brought
from conversations.meaning import SURE, Step, next_step, unsure
from conversations.ours import of_the_profile
from conversations.pausing import asks_of_it, away_on, said_of_it
from conversations.phrases import pattern, spelt_out, takes_back, told
from conversations.questions import DECLINE, MORE, plain
from conversations.readers import is_place
from conversations.sayings import MOST_NAMED, asks_something, says
from conversations.taken_off import declines, for_now, given_up, other_half
from conversations.texts import Text
from conversations.told import tells
from conversations.turn import Turn
from conversations.understanding import Understanding, subject_of, understand
from conversations.understanding.asked import seeks
from conversations.understanding.refused import wanted
from conversations.urgent import about_somebody, about_whoever_asks, lifts_a_block

FOLLOWED = frozenset({"follow-up", "did-it-help"})
"""Dialogues that ask two who were introduced how it went."""
_WORD = re.compile(r"\w+")
_RELATIVE = re.compile(r"(?<=\w )(?:qui|who)\b", re.IGNORECASE)
"""What asks for somebody only where a sentence begins with it."""
REQUESTS = frozenset({"request", "reworded"})
"""Dialogues that bring somebody's request."""


def guessed(turn: Turn, standing: OpenDialogue | None) -> None:
    """Neither a command nor an answer: understand it, or say what can be done here."""
    if not turn.member.welcomed:
        return comings.welcome_first(turn) if standing is None else turn.ask_again(standing)
    text = turn.incoming.text
    if _did_plainly(turn, standing):
        return None
    if small_talk.answered(turn, standing) or _said_several(turn, standing):
        return None
    if standing is None and (name := bare_name(turn.scope, text)):
        return turn.start("who", {"name": name})
    meant = understand(text, where="direct", locale=turn.member.locale)
    asked = standing or turn.standing()
    if asked is not None and _is_told(turn, asked, meant):
        return turn.answer(asked, {"text": text})
    return _follow(turn, standing, meant)


def _follow(turn: Turn, standing: OpenDialogue | None, meant: Understanding) -> None:
    """Do what was understood; else ask again, or say what can be done here."""
    text = turn.incoming.text
    understood = _of_a_question(turn, standing, _meant(turn, standing, meant))
    understood = understood or (away_on(text) if standing is None else None)
    step = hard_first(understood, text, meant)
    if step == understood and standing is None and small_talk.introduced(turn, step):
        return None
    if step is not None:
        return beside.begin(turn, standing, step)
    if standing is not None and _asks_back(turn, standing):
        return turn.answer(standing, {"text": text})
    if standing is not None:
        return turn.ask_again(standing)
    return led_nowhere(turn, meant.intent)


def _need_without(turn: Turn, meant: Understanding) -> Step | None:
    """Whether what leads to a subject is a need, beside words that leave somebody out of it:
    "everyone but Awa for accounting"."""
    text = turn.incoming.text
    out = left_out.members(turn.scope, text)
    rest = left_out.without(text, [each.name for each in out]) if out else ""
    topic = subject_of(rest) if re.match(pattern("leads_to"), plain(rest)) else None
    if not topic or not has_subject(topic):
        return None
    return unsure(replace(meant, intent="find_help", topic=topic), ("ask", {"need": text}))


def _of_a_question(turn: Turn, standing: OpenDialogue | None, step: Step | None) -> Step | None:
    """What was understood leads to, or the question of a helper that the words may answer late."""
    if standing is None or not _answers_late(turn, standing, step):
        return step
    about = standing.args["introduction"]
    return "details", {"introduction": about, "said": turn.incoming.text}


def _answers_late(turn: Turn, standing: OpenDialogue, step: Step | None) -> bool:
    """Whether words below "did you talk?" may answer what the helper wanted to know before: they
    ask for nobody, and are no more than a subject. Nothing goes there before a yes."""
    text = turn.incoming.text
    asks = seeks(_RELATIVE.sub(" ", text)) or text.rstrip().endswith("?")
    if standing.name not in FOLLOWED or asks:
        return False
    subject = second_thoughts.telling(text) if step is None else step[0] == "ask" or _asks(step)
    return bool(subject) and details.awaits(turn.scope, standing.args["introduction"])


def _asks(step: Step) -> bool:
    return step[1].get("to") == "ask"


def _meant(turn: Turn, standing: OpenDialogue | None, meant: Understanding) -> Step | None:
    """What was understood leads to; where it is about somebody whom nobody knows, its subject."""
    text = turn.incoming.text
    waits = standing is not None and not standing.is_put_off
    asked = waits and not _asks_anew(standing, text, meant)
    step = next_step(meant, text=text, asked=asked)
    if waits and _is_mere_place(step, text):
        return None
    if step is None and not asked:
        return _need_without(turn, meant)
    if not _is_about_nobody(turn, step):
        return step
    nobody = replace(meant, intent="none", person=None, topic=subject_of(text))
    return next_step(nobody, text=text, asked=asked)


def _is_mere_place(step: Step | None, text: str) -> bool:
    """Whether a need is no more than a city: below a list, an answer that came too early."""
    return step is not None and step[0] == "ask" and is_place(text)


def _did_plainly(turn: Turn, standing: OpenDialogue | None) -> bool:
    """Whether it needed no guess, and was done, or answered the invitation that it is about."""
    text = turn.incoming.text
    pause = said_of_it(turn.scope, text) if standing is None else None
    step = _said_plainly(turn) or about_a_place(turn, standing) or _for_another(turn) or pause
    step = step or rescheduling.met(turn.scope, text) or rescheduling.late(turn.scope, text)
    if not step:
        return False
    if standing is not None and step[0] == "offer-off" and _has_one(turn, standing):
        return _declined_with_it(turn, standing, step)
    value = stakes.answer_to(standing, step) if standing is not None else ""
    if standing is not None and value:
        turn.answer(standing, {"chosen": [value]})
    else:
        turn.start(*step)
    return True


def _declined_with_it(turn: Turn, request: OpenDialogue, step: Step) -> bool:
    """What somebody helps with no more is a no to the request that is about it."""
    said = turn.incoming.text
    no = declines(turn.scope, request.args["introduction"], str(step[1]["offer"]), said)
    if no:
        turn.answer(request, {"chosen": [DECLINE]})
    if not (no and for_now(said)):
        turn.start(*step)
    return True


def _said_several(turn: Turn, standing: OpenDialogue | None) -> bool:
    """Whether there were several wishes in one message, where no question stands, and the first
    was begun with."""
    text = turn.incoming.text
    if standing is not None or sensitive.subject(text) is not None:
        return False
    steps = other_half(turn.scope, text) or several.wishes(turn.scope, text, turn.member.locale)
    if steps:
        several.begin(turn, steps)
    return bool(steps)


def _asks_anew(standing: OpenDialogue | None, text: str, meant: Understanding) -> bool:
    """Whether words below the people found are a need told anew: no answer, but a request."""
    if not chooses(standing):
        return False
    sure = meant.intent == "find_help" and meant.confidence >= SURE
    return sure and seeks(text)


def _is_told(turn: Turn, standing: OpenDialogue, meant: Understanding) -> bool:
    """Whether what stands asks for words, and these are a sentence that is about nothing else."""
    hears = (standing.pending or {}).get("hears", ())
    words = turn.incoming.text
    plain_telling = TOLD in hears and not turn.is_unseen(standing) and tells(words, meant)
    return plain_telling and sensitive.subject(words) is None


def _is_about_nobody(turn: Turn, step: Step | None) -> bool:
    """Whether they only seem to ask who somebody is: nobody here is called so."""
    if step is None or step[0] != "unsure" or step[1]["to"] != "who":
        return False
    said = str(step[1]["said"])
    return bool(said) and not lookup.search(turn.scope, said)


def hard_first(step: Step | None, text: str, meant: Understanding) -> Step | None:
    """What a text leads to, unless what is hard in it would go unseen: then that."""
    if _is_hard(text, meant) and _misses_it(step, text):
        return "ask", {"need": text}
    return step


def _is_hard(text: str, meant: Understanding) -> bool:
    """Whether words touch what no peer should carry alone, and do not offer help with it."""
    offers = meant.intent == "offer_help" and sensitive.cry(text) is None
    return sensitive.subject(text) is not None and not offers


def _misses_it(step: Step | None, text: str) -> bool:
    """Whether what is hard in a text would go unseen: “to die” alone is no cry for help, and thanks
    before a cry are not what is heard of it."""
    if step is None or step[0] == "unsure" or (step[0] == "thanks" and sensitive.cry(text)):
        return True
    return step[0] == "ask" and sensitive.subject(str(step[1].get("need", ""))) is None


def _said_plainly(turn: Turn) -> Step | None:
    """What needs no guess: words about somebody, a wish, or a phrase."""
    event = turn.incoming
    if about := told_of(turn.scope, event.text):
        return about[0], {"about": about[1]}
    if step := lifts_a_block(turn) or about_whoever_asks(turn) or about_somebody(turn):
        return step
    if says(event.text, "wrong_person") and withdrawn_reports.has_just_made_one(turn.scope):
        return "report", {"back": True}
    if code := brought(event.text):
        return "link", {"code": code}
    if step := backed_out(turn):
        return step
    if step := given_up(turn.scope, event.text) or _of_ones_own(event.text):
        return step
    if (dialogue := told(event.text)) == "withdraw":
        return no_longer(turn.scope)
    if dialogue is not None:
        return dialogue, {}
    if step := _about_what_was_sent(turn):
        return step
    return None


def _for_another(turn: Turn) -> Step | None:
    """What leads to asking whether words are for somebody with whom one writes through the bot."""
    event = turn.incoming
    if event.data.get("for_the_bot") or (other := relaying.meant(turn)) is None:
        return None
    meant = {"introduction": other.introduction, "words": event.text, "event": event.event}
    return "relay-meant", meant


def _of_ones_own(text: str) -> Step | None:
    """What words ask for that are about one's profile, how one is reached, or a story to tell."""
    if (part := of_the_profile(text)) is not None:
        return "profile", dict(part)
    if wish := wishes.wish(text):
        return "reached", {"wish": dict(wish)}
    return ("story", {}) if says(text, "tells_story") else None


def _about_what_was_sent(turn: Turn) -> Step | None:
    """What words say of an open request: that it is not needed, or is to be put right."""
    text = turn.incoming.text
    if says(spelt_out(text), "no_longer") and standings.has_any(turn.scope):
        return no_longer(turn.scope)
    if _asks_of_the_helper(turn.scope, text):
        return "where", {}
    if says(text, "what_time") and appointments.coming(turn.scope):
        return "where", {}
    if _leaves_somebody_out(turn):
        return "leave-out", {"words": text}
    sent = standings.just_sent(turn.scope) if second_thoughts.corrects(text) else None
    return ("corrected", {"ask": sent.id, "words": text}) if sent else None


def _leaves_somebody_out(turn: Turn) -> bool:
    """Whether words say that somebody is to have nothing to do with what waits for an answer."""
    asking, scope = turn.standing(), turn.scope
    others = asking is not None and asking.name != "where"
    return (
        not others
        and bool(left_out.alone(scope, turn.incoming.text))
        and bool(standings.waiting(scope))
    )


def withdrawal(scope: Scope) -> Step:
    """What leads to withdrawing an open request; where somebody has accepted one, that may be the
    one that is meant."""
    mine = standings.mine(scope)
    waiting = bool(mine) and all(each.state != "introduced" for each in mine)
    return "withdraw" if waiting else "where", {}


def no_longer(scope: Scope) -> Step:
    """The same of words that nothing is needed any more: also of help that was found, where
    nothing waits for an answer."""
    mine, found = standings.mine(scope), standings.introduced(scope)
    alone = bool(found) and len(found) == len(mine)
    return ("no-longer", {}) if alone else withdrawal(scope)


def _asks_of_the_helper(scope: Scope, text: str) -> bool:
    """Whether words only ask if a helper has answered who is awaited: "Awa a répondu ?"."""
    left, asks = re.subn(pattern("answered_yet"), " ", plain(text))
    named = set(_WORD.findall(left))
    if not (asks and named) or len(named) > MOST_NAMED:
        return False
    helpers = (set(_WORD.findall(plain(each.helper))) for each in standings.mine(scope))
    return any(named <= each for each in helpers)


def backed_out(turn: Turn) -> Step | None:
    """What whoever can't keep a time, can't help after all, or asks why they are on a pause, asks
    for."""
    text = turn.incoming.text
    if asks_of_it(text):
        return "why-paused", {}
    step = rescheduling.rescheduled(turn.scope, turn.member.zone, text)
    if step and not (rescheduling.points_at_one(text) and _is_of_what_stands(turn)):
        return step
    if (
        rescheduling.gives_out(text)
        and not _has_one(turn, turn.standing())
        and _has_agreed(turn.scope)
    ):
        return "cannot-any-more", {"words": text}
    if not taken_back(turn) or stakes.spoken_of(turn.scope, text, named=True):
        return None
    return "take-back", {"words": text}


def _is_of_what_stands(turn: Turn) -> bool:
    """Whether words such as "je ne peux pas venir" answer what stands, or are about a gathering."""
    standing = turn.standing()
    if stakes.spoken_of(turn.scope, turn.incoming.text, named=False):
        return True
    if standing is None or not standing.pending or turn.is_unseen(standing):
        return False
    return bool(typed_answer(standing.pending, turn.incoming.text, turn.member.locale))


def about_a_place(turn: Turn, standing: OpenDialogue | None) -> Step | None:
    """What words about a place of theirs, or a ritual, lead to; below a question, if they are about
    nothing else."""
    free = standing is not None and bool(standing.pending and standing.pending["free"])
    asking = _asked_about(turn)
    step = stakes.spoken_of(
        turn.scope, turn.incoming.text, named=free, loosely=not free, asking=asking
    )
    if step is None and standing is None and not standings.just_sent(turn.scope):
        return stakes.turned(turn.scope, turn.incoming.text)
    return step


def _asked_about(turn: Turn) -> Mapping[str, Any]:
    """What the question is about that was last seen here, also one that nobody has to answer."""
    standing = turn.standing()
    return {} if standing is None or turn.is_unseen(standing) else standing.args


def _has_agreed(scope: Scope) -> bool:
    """Whether there is a talk to come, or help that was promised."""
    return bool(appointments.coming(scope) or partings.given(scope))


def taken_back(turn: Turn) -> bool:
    """Whether somebody who has agreed to help says that they can't after all.

    To a request in hand, the same words are the answer.
    """
    if not takes_back(turn.incoming.text):
        return False
    return not _has_one(turn, turn.standing()) and bool(partings.given(turn.scope))


def _asks_back(turn: Turn, standing: OpenDialogue) -> bool:
    """Whether a helper asks something about a request below it, where a question can be passed on.

    It passes after a yes.
    """
    pending = standing.pending
    may_ask = pending is not None and MORE in [value for value, _ in pending["options"]]
    seen = _has_one(turn, standing) and not turn.is_unseen(standing)
    return may_ask and seen and asks_something(turn.incoming.text)


def _has_one(turn: Turn, standing: OpenDialogue | None) -> bool:
    """Whether what stands is a request that is still to be answered."""
    if standing is None or standing.name not in REQUESTS:
        return False
    return introductions.in_hand(turn.scope, standing.args["introduction"])


def led_nowhere(turn: Turn, intent: str) -> None:
    """What leads to no dialogue."""
    match intent:
        case "thanks":
            if not relaying.kept_back(turn):
                turn.say(Text("welcome-to-it"))
        case "cancel" if standings.has_any(turn.scope):
            turn.start(*withdrawal(turn.scope))
        case "cancel" if (step := stakes.held(turn.scope)) is not None:
            turn.start(*step)
        case "cancel" if not wanted(turn.incoming.text):
            turn.say(Text("ask-dropped"))
        case "cancel" if says(turn.incoming.text, "never_mind"):
            cancelled(turn)
        case "cancel":
            turn.say(Text("cancel-nothing"))
        case "help" if says(turn.incoming.text, "wants_help"):
            turn.start("ask", {"need": turn.incoming.text})
        case "help":
            small_talk.help_(turn)
        case _:
            _unread(turn)


def _unread(turn: Turn) -> None:
    """Words that say nothing by themselves."""
    if not other_questions.put_again(turn):
        small_talk.offer(turn, "nothing")
