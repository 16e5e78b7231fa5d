"""What people may do, in any order: a machine that hypothesis drives."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from itertools import count

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from community import members, roles
from community.scope import Scope
from tests.community.model.picture import Picture, look
from tests.community.model.promises import MET, OFFERED, PROMISES, WITH_HELPER
from tests.community.model.town import CANARY, EVERYBODY, PEOPLE, PHONE, Town

WHO, ANYBODY = st.sampled_from(PEOPLE), st.sampled_from(EVERYBODY)
OVER, ERASED = {"closed", "introduced"}, {"Ida", "Lin"}
NEED = "comptabilité {canary} {n}"
ANSWERS = {
    "accepts": ("[J’accepte",),
    "declines": ("[Je ne peux pas",),
    "accepts after all": ("[En savoir plus", "Pourquoi {canary} ?", "[J’accepte"),
    "puts it off": ("[Pas maintenant", "[Dans une semaine"),
    "puts it off for long": ("[Pas maintenant", "[Dans un mois"),
    "wonders": ("[En savoir plus", "Pourquoi {canary} ?"),
    "has another subject": ("[Plutôt quelqu’un", "[Ce n’est pas"),
    "reports it": ("[Plutôt quelqu’un", "[Signaler", "louche, {canary}"),
    "names somebody": ("[Plutôt quelqu’un", "[Je pense à", "{other}"),
}
WAITING = {
    "looks": ("/where",),
    "withdraws": ("/where", "[Retirer «"),
    "says why": ("/where", "[Répondre à", "parce que {canary}"),
    "waits": ("[J’attends",),
    "would rather not wait": ("/where", "[Demander à quelqu’un"),
    "agrees to a second look": ("[Oui, demandez",),
}
MEETING = {
    "writes through the bot": ("[Oui, sous mon nom", "{phone}", "[Oui, c’est bien"),
    "gives a contact": ("[Plutôt pas", "{phone}", "[Oui, c’est bien"),
    "passes words on": ("@{other} passage-{who}",),
    "would meet": ("[Volontiers",),
    "would rather not": ("[Pas cette fois",),
    "talked": ("[Oui", "[Oui", "merci {canary}"),
    "has not talked": ("[Pas encore", "[Redemandez"),
    "asks somebody else": ("[Pas encore", "[Demander à quelqu’un"),
    "leaves it": ("[Pas encore", "[En rester là"),
}
PEACE = {
    "stops": ("/stop",), "comes back": ("/resume",), "pauses": ("/pause", "[Dans une semaine"),
    "takes time": ("/pause", "[Dans une semaine", "[Laisser suivre"), "is done": ("/leave",),
    "drops it": ("/cancel",), "blocks": ("/block {other}", "[Bloquer"),
    "reports a request": ("/report", "[De la demande", "louche, {canary}"),
    "makes up": ("/block", "[Ne plus bloquer"), "reports": ("/report {other}", "louche, {canary}"),
}  # fmt: skip
TEAMWORK = {
    "introduces": ("/intro @{who}, @{other} parce que",),
    "proposes": ("/asks", "[comptabilité", "[Proposer", "{who}"),
    "lets go": ("/asks", "[comptabilité", "[La laisser"),
    "closes": ("/asks", "[comptabilité", "[La clore", "c’est ainsi"),
    "looks into it": ("/reports", "[Cela concerne", "[Je m’en occupe"),
    "has looked into it": ("/reports", "[Cela concerne", "[Le clore", "c’est ainsi"),
    "pauses somebody": ("/pause-member {who}", "[Dans une semaine", "c’est ainsi"),
    "ends that": ("/pause-member {who}", "[Y mettre fin"),
}


class Life(RuleBasedStateMachine):
    """Six members on two platforms, and two moderators."""

    url: Callable[[], str]

    @initialize(review_days=st.sampled_from([0, 0, 4]))
    def settle_in(self, review_days: int) -> None:
        self.town = Town(type(self).url(), review_days)
        self.asked, self.seen = count(1), 0
        self.gone: set[str] = set()
        self.erased: frozenset[str] = frozenset()
        self.asks("Zoé", "[", hints=True)
        self.asks("Awa", "[", hints=False)

    def _tries(self, who: str, steps: tuple[str, ...], other: str = "", by: str = "") -> None:
        given = {"who": who, "other": other, "canary": CANARY[by or who], "phone": PHONE[by or who]}
        self.town.tries(by or who, *(each.format(**given) for each in steps))

    @rule(who=WHO, whom=st.sampled_from(["[", "[", "[", "[Demander plutôt"]), hints=st.booleans())
    def asks(self, who: str, whom: str, hints: bool) -> None:
        """Somebody asks, and in some words of context says how to be reached."""
        need = NEED.format(canary=CANARY[who], n=next(self.asked))
        context = ("{phone}", "[Envoyer sans") if hints else ("[Passer",)
        self._tries(who, (f"/ask {need}", whom, *context))

    @rule(how=st.sampled_from(list(ANSWERS)), other=WHO, last=st.booleans())
    def is_asked_and(self, how: str, other: str, last: bool) -> None:
        """One of those who have a request in hand answers it."""
        in_hand = [row for row in self._look().rows if row.state in WITH_HELPER]
        if in_hand:
            self._tries(self.town.names[in_hand[-last].helper_id], ANSWERS[how], other)

    @rule(last=st.booleans())
    def says_yes_too_late(self, last: bool) -> None:
        """One of those whose time to answer is over."""
        late = [row for row in self._look().rows if row.state == "expired" and row.requested_at]
        if late:
            self._tries(self.town.names[late[-last].helper_id], ANSWERS["accepts"])

    @rule(how=st.sampled_from(list(WAITING)), last=st.booleans())
    def waits_and(self, how: str, last: bool) -> None:
        """One of those whose request is open says something of it."""
        mine = [ask for ask in self._look().asks.values() if ask.state not in OVER]
        if mine:
            self._tries(self.town.names[mine[-last].requester_id], WAITING[how])

    @rule(how=st.sampled_from(list(MEETING)), helper=st.booleans(), last=st.booleans())
    def meets_and(self, how: str, helper: bool, last: bool) -> None:
        """One of two who were introduced, or are to be."""
        picture = self._look()
        met = [row for row in picture.rows if row.state in MET | OFFERED]
        if met:
            row, names = met[-last], self.town.names
            two = names[picture.asks[row.ask_id].requester_id], names[row.helper_id]
            self._tries(two[helper], MEETING[how], two[not helper])

    @rule(who=WHO)
    def puts_it_in_other_words(self, who: str) -> None:
        need = NEED.format(canary=CANARY[who], n=next(self.asked))
        self.town.tries(who, "/where", "[Modifier", need=need, context=PHONE[who])
        self.town.tries(who, "[Envoyer sans")

    @rule(who=WHO, other=WHO, how=st.sampled_from(list(PEACE)))
    def wants_peace(self, who: str, other: str, how: str) -> None:
        self._tries(who, PEACE[how], other)

    @rule(by=ANYBODY, who=WHO, other=WHO, how=st.sampled_from(list(TEAMWORK)))
    def acts_for_the_team(self, by: str, who: str, other: str, how: str) -> None:
        """Also members and former moderators, who may not."""
        self._tries(who, TEAMWORK[how], other, by)

    @rule(by=ANYBODY, who=WHO, n=st.integers(0, 3), last=st.booleans())
    def presses(self, by: str, who: str, n: int, last: bool) -> None:
        """One of the buttons of what they heard last, or of something older."""
        offered = [each.heard for each in self.town.told[by] if each.heard.labels]
        if offered:
            heard = offered[-1] if last else offered[max(0, len(offered) - 3)]
            self.town.presses(by, heard.outgoing.action(n % len(heard.labels)))

    @rule(what=st.sampled_from(["learns", "comes or goes", "is erased"]), who=WHO)
    def lives_on(self, what: str, who: str) -> None:
        if what == "learns":
            self._tries(who, ("je peux aider avec la comptabilité {canary}", "[Oui"))
        elif who in self.gone:
            self.town.joins(who)
            self.gone.discard(who)
        elif what == "is erased" and who in ERASED - self.erased:
            self.town.does(who, "erase")
            self.erased |= {who}
        elif who not in self.erased:
            self.town.does(who, "leave")
            self.gone.add(who)

    @rule(role=st.sampled_from(["member", "moderator"]))
    def omar_becomes(self, role: str) -> None:
        """A role goes, also while its holder is in the middle of something.

        And the bot restarts.
        """

        def give(scope: Scope) -> None:
            roles.give(scope, members.get(scope, self.town.ids["Omar"]), role)

        self.town.work(give)
        self.town.restart()
        self.town.settle()

    @rule(hours=st.integers(1, 100))
    def time_passes(self, hours: int) -> None:
        self.town.passes(timedelta(hours=hours))

    @rule(days=st.integers(-1, 31))
    def the_clock_jumps(self, days: int) -> None:
        """All that fell due meanwhile is found by one sweep, or by none."""
        self.town.now += timedelta(days=days)
        self.town.passes(timedelta())

    @invariant()
    def the_promises_hold(self) -> None:
        if hasattr(self, "town"):
            picture = self._look()
            self.seen = max((change.id for change in picture.changes), default=self.seen)
            for promise in PROMISES:
                promise(picture)
            self.town.now += timedelta(seconds=1)

    def _look(self) -> Picture:
        return look(self.town, self.seen, self.erased)

    def teardown(self) -> None:
        if hasattr(self, "town"):
            self.town.restart()
