"""One turn: what one event does to the dialogues of one place."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

import structlog

from community.members import NotAllowed, Person
from community.scope import Scope
from community.transitions import WrongState
from conversations import anew, floor
from conversations.answers import what_works
from conversations.bringing import bring, note
from conversations.broken import broke
from conversations.chat import Chat
from conversations.delivery import Decision
from conversations.dialogue import Definition
from conversations.floor import OpenDialogue
from conversations.incoming import Incoming
from conversations.outgoing import Outgoing, Purpose
from conversations.questions import Question, put_again
from conversations.replay import Outcome, Replay, Said, play
from conversations.texts import Text
from storage import held
from storage.held import Waiting
from storage.unsaid import unsay

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Leaving:
    """A message on its way out; `row` is the outbox row in which it has waited."""

    purpose: Purpose
    outgoing: Outgoing
    row: int | None = None


@dataclass(slots=True, kw_only=True)
class Turn:
    """The event, the person, the place's open dialogues, and what is to leave.

    `spontaneous` is True when the bot speaks first: a notice, a timer.
    """

    registry: Mapping[str, Definition]
    scope: Scope
    incoming: Incoming
    person: Person | None
    dialogues: list[OpenDialogue]
    heard_at: datetime | None
    pressed: str | None = None
    """The buttons that answered last in this place: pressed once more, they say nothing new."""
    forms: bool = True
    spontaneous: bool = False
    held: Sequence[Waiting] = ()
    """What could not be said here until now."""
    leaving: list[Leaving] = field(default_factory=list)

    @property
    def member(self) -> Person:
        """The person this turn is with; routing has seen to it that there is one."""
        assert self.person is not None
        return self.person

    @property
    def broadcast(self) -> int | None:
        """The broadcast that this turn is a part of."""
        found: int | None = self.incoming.data.get("broadcast")
        return found

    @property
    def welcome(self) -> OpenDialogue | None:
        """The welcome, if it is going on."""
        return next(
            (each for each in self.dialogues
             if each.name == "onboarding" and each.status != "ended"),
            None,
        )  # fmt: skip

    def say(self, text: Text, purpose: Purpose = "reply") -> None:
        """Say something outside any dialogue."""
        self._send(purpose, Outgoing.saying(Said(text=text), self.member.locale, self.member.zone))

    def start(self, name: str, args: Mapping[str, Any] | None = None) -> None:
        """Open a dialogue and take it as far as it goes; or go on with one that is open."""
        open_ = None if self.spontaneous else anew.unfinished(self.registry[name], self.dialogues)
        if open_ is not None and self.has_a_point(open_):
            return self.advance(open_)
        opened = OpenDialogue(
            id=None, name=name, member_id=self.member.id, args=dict(args or {}), status="queued"
        )
        self.dialogues.append(opened)
        if self.spontaneous:
            return bring(self, opened)
        return self.begin(opened)

    def begin(self, opened: OpenDialogue) -> None:
        """Take it as far as it goes, in place of what it overtakes."""
        definition = self.registry[opened.name]
        for closed in definition.closes:
            self._replace(closed, opened)
        if definition.alone:
            self._replace(opened.name, opened)
        self.advance(opened)

    def _replace(self, name: str, opened: OpenDialogue) -> None:
        """What a person starts anew replaces the old; what the bot starts, only its repeat."""
        for former in self.dialogues:
            if former is opened or anew.spared(self.registry[name], former, opened):
                continue
            if former.name == name and (former.args == opened.args or not self.spontaneous):
                if name == opened.name:
                    self.end(former)
                else:
                    self._overtake(former)

    def end(self, dialogue: OpenDialogue) -> None:
        """It is over, without a word."""
        dialogue.touched = True
        dialogue.step_back("ended")

    def _overtake(self, dialogue: OpenDialogue) -> None:
        """The same; where there are words for who is late, its buttons stay known."""
        if self.registry[dialogue.name].late is None or not dialogue.pending:
            return self.end(dialogue)
        dialogue.touched = True
        return dialogue.lapse(self.scope.now)

    def answer(self, dialogue: OpenDialogue, given: dict[str, Any]) -> None:
        """Give a dialogue the answer to the question that it has standing."""
        assert dialogue.pending is not None
        confidential = dialogue.pending.get("confidential")
        dialogue.journal.given[dialogue.pending["name"]] = given
        self.advance(dialogue)
        if confidential:
            dialogue.journal.given.clear()
            self._unsay()

    def _unsay(self) -> None:
        """What was just written was for nobody's eyes."""
        event = self.incoming
        if event.text and event.sender:
            unsay(self.scope.connection, event.space_id, event.place, event.sender, event.text)

    def keep_only(self, name: str) -> None:
        """Of what is open here, this turn knows no other dialogues."""
        self.dialogues = [each for each in self.dialogues if each.name == name]

    def close(self, names: Collection[str], but: OpenDialogue | None = None) -> None:
        """End the dialogues of these names, but one, without a word."""
        for each in self.dialogues:
            if each.name in names and each is not but:
                self.end(each)

    def cancel(self, dialogue: OpenDialogue) -> None:
        """End a dialogue without its end."""
        self.end(dialogue)
        self.pass_the_floor()

    def standing(self) -> OpenDialogue | None:
        """The dialogue whose question stands, unless it has been overtaken."""
        holding = floor.holder(self.dialogues)
        if holding is None or self.has_a_point(holding):
            return holding
        self._overtake(holding)
        return None

    def advance(self, dialogue: OpenDialogue, complaint: Text | None = None) -> None:
        """Run a dialogue to where it stops next. If it breaks, its answers stay.

        With a complaint, the question that it stops at is put again with that in its place.
        """
        dialogue.touched = True
        if not self.has_a_point(dialogue):
            return self._drop(dialogue)
        before = dialogue.journal.copy()
        try:
            outcome = self._play(dialogue)
            if complaint is not None:
                outcome = replace(outcome, complaint=complaint)
            self.scope.close(keep=True)
        except (WrongState, NotAllowed) as refusal:
            self.scope.close(keep=False)
            log.info("refused", dialogue=dialogue.name, why=str(refusal))
            late = isinstance(refusal, WrongState)
            told = self.too_late(dialogue) if late else Text("not-allowed")
            outcome = Outcome([Said(text=told)])
        except Exception as fault:  # noqa: BLE001 - a dialogue's bug must not lose an answer
            self.scope.close(keep=False)
            dialogue.journal = before
            return broke(self, dialogue, fault)
        return self._follow(dialogue, outcome)

    def ask_again(self, dialogue: OpenDialogue) -> None:
        """Put its question once more to who wrote words that are no answer, with what works.

        Where any words are one, these were written below something else, and nothing is amiss; so
        they were where not all had been read.
        """
        pending = dialogue.pending
        if pending is not None and any(map(self.is_unseen, self.dialogues)):
            self.say(Text("unseen-words"))
            return self.advance(dialogue)
        if pending is None or pending["free"]:
            return self.advance(dialogue)
        return self.advance(dialogue, what_works(pending, self.member.locale))

    def is_unseen(self, dialogue: OpenDialogue) -> bool:
        """Whether its question was held back until now: no words can be meant for it.

        One that is only asked again was seen before.
        """
        if dialogue.pending and dialogue.pending.get("seen"):
            return False
        return any(each.payload.get("token") == dialogue.token for each in self.held)

    def ask_standing(self) -> None:
        """Put the question that stands once more, if it waits for an answer."""
        standing = floor.holder(self.dialogues)
        if standing is not None and not standing.yields:
            self.advance(standing)

    def pass_the_floor(self, *, silently: bool = False) -> None:
        """If the floor is free, the next in line gets it; `silently`, nothing is asked now.

        Then the welcome alone has it: all that a newcomer writes next is for that.
        """
        following = floor.next_in_line(self.dialogues)
        if following is not None and not silently:
            self.advance(following)
        elif following is not None and following is self.welcome:
            following.floor = following.touched = True

    def overtaken(self, dialogue: OpenDialogue) -> None:
        """Whoever just answered it is told that it has been overtaken."""
        self.say(self.too_late(dialogue))
        self._overtake(dialogue)
        self.pass_the_floor()

    def has_a_point(self, dialogue: OpenDialogue) -> bool:
        """Whether it has not been overtaken."""
        definition = self.registry[dialogue.name]
        if definition.still is None or definition.still(self.scope, dialogue.args):
            return True
        answers = dialogue.journal.given or _goes_on(definition, dialogue)
        reopens = definition.reopens if answers else None
        return reopens is not None and reopens(self.scope, dialogue.args)

    def _drop(self, dialogue: OpenDialogue) -> None:
        """It has been overtaken: whoever has just answered it is told, nobody else."""
        if dialogue.journal.given:
            self.say(self.too_late(dialogue))
            self.end(dialogue)
        else:
            self._overtake(dialogue)
        self.pass_the_floor()

    def too_late(self, dialogue: OpenDialogue) -> Text:
        """What whoever answers it all the same is told."""
        late = self.registry[dialogue.name].late
        return late(self.scope, dialogue.args) if late else Text("too-late")

    def _play(self, dialogue: OpenDialogue) -> Outcome:
        definition = self.registry[dialogue.name]

        def body(replay: Replay) -> Any:
            chat = Chat(self.member, dialogue.args, self.scope, replay, self.forms)
            return definition.script(chat)

        return play(body, dialogue.journal, self.scope.now)

    def _follow(self, dialogue: OpenDialogue, outcome: Outcome) -> None:
        self.close(outcome.closing, but=dialogue)
        for said in outcome.spoken:
            self._send(self._purpose(dialogue), self._saying(said), dialogue)
        if outcome.question is not None:
            self._ask(dialogue, outcome.question, outcome)
        elif outcome.ended:
            if self.incoming.one_way and self.registry[dialogue.name].brings_news:
                self.say(Text("one-way"))
            dialogue.step_back("ended")
            self.pass_the_floor(silently=self.registry[dialogue.name].last_word)
        else:
            dialogue.step_back("waiting", outcome.until)
            self.pass_the_floor()

    def _ask(self, dialogue: OpenDialogue, question: Question, outcome: Outcome) -> None:
        """Put the question, if the floor can be had."""
        standing = floor.holder(self.dialogues)
        taken = standing is not None and standing is not dialogue
        beside = taken and question.place == "aside"
        if standing is not None and taken and not beside:
            free_at = floor.free_at(standing, self.heard_at)
            if self.spontaneous and free_at > self.scope.now:
                return self._queue(dialogue, free_at)
            standing.floor, standing.touched = False, True
        question = put_again(question, dialogue.pending)
        pending = question.pending()
        if self._was_seen(dialogue, question):
            pending["seen"] = True
        token = dialogue.stand(pending, self.scope.now, floor=not beside)
        locale = outcome.locale or self.member.locale
        asking = Outgoing.asking(
            question, token, locale, self.member.zone, complaint=outcome.complaint
        )
        purpose = "reply" if outcome.complaint else self._purpose(dialogue)
        self._send(purpose, asking, dialogue)
        return self.pass_the_floor()

    def _was_seen(self, dialogue: OpenDialogue, question: Question) -> bool:
        """Whether it is only asked again, of our own accord, and what asked it first has left."""
        before, token = dialogue.pending, dialogue.token
        if before is None or token is None or before["name"] != question.name:
            return False
        if "seen" in before or not self.spontaneous:
            return "seen" in before
        place = self.incoming.space_id, self.incoming.place
        return not held.asks(self.scope.connection, place, token)

    def _queue(self, dialogue: OpenDialogue, until: datetime) -> None:
        """Another question stands. Of what goes to many, organisers see that it waits."""
        if self.broadcast is not None or dialogue.held is not None:
            note(self, dialogue, "waiting", Decision("floor", until, self.member.zone))
        dialogue.step_back("queued", until)

    def _saying(self, said: Said) -> Outgoing:
        return Outgoing.saying(said, self.member.locale, self.member.zone)

    def _purpose(self, dialogue: OpenDialogue) -> Purpose:
        return self.registry[dialogue.name].purpose if self.spontaneous else "reply"

    def _send(self, purpose: Purpose, outgoing: Outgoing, of: OpenDialogue | None = None) -> None:
        row = of.held if of else None
        if of:
            outgoing = replace(outgoing, about=_ids(of.args))
        self.leaving.append(Leaving(purpose, outgoing, row))
        if of:
            fleeting = self.registry[of.name].fleeting
            of.args = {name: each for name, each in of.args.items() if name not in fleeting}
            of.held = None


def _goes_on(definition: Definition, dialogue: OpenDialogue) -> bool:
    """Whether what stands comes after the answer by which it was overtaken."""
    return bool(dialogue.pending) and (dialogue.pending or {})["name"] in definition.goes_on


def _ids(args: Mapping[str, Any]) -> dict[str, int]:
    """What a dialogue is about, by kind."""
    return {kind: each for kind, each in args.items() if type(each) is int}
