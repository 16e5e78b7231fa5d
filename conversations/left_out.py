"""Who is to have nothing to do with a request: "sans Awa", "but I don't want Awa to know".

Three ways to say so: a name right behind "without"; a name anywhere behind "I don't want"; a name
before "must not know". These words say nothing of the need, and leave with no request.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from community import lookup
from community.lookup import Found
from community.scope import Scope
from community.search import tokens
from conversations.phrases import pattern
from conversations.questions import plain
from conversations.understanding.refused import levelled

HINTS = ("leaves_out", "not_by_name", "keeps_from", "must_not", "unaware")
"""The lists of phrases of which one stands wherever somebody is left out."""
SAID = "/without "
"""Begins an answer that is none of the people offered but the ids of those to be left out."""
_WORD = re.compile(r"[^\W_]+")
_NOBODY = r"(?!)"
"""What stands for the names where nobody is named."""


def members(scope: Scope, words: str) -> list[Found]:
    """The members whom the words leave out; of several who are called so, all."""
    if not may_be_told(words):
        return []
    called = {
        each.id: each for word in dict.fromkeys(_WORD.findall(words))
        for each in lookup.called(scope, word) if each.id != scope.actor_id
    }  # fmt: skip
    out = named(words, [each.name for each in called.values()])
    return [each for each in called.values() if each.name in out]


def alone(scope: Scope, words: str) -> list[Found]:
    """The same, of words that say nothing but that."""
    out = members(scope, words)
    rest = plain(without(words, [each.name for each in out]))
    return [] if tokens.has_subject(re.sub(pattern("tells_nothing"), " ", rest)) else out


def may_be_told(words: str) -> bool:
    """Whether the words may leave somebody out, if there is a member's name in the right place."""
    said = levelled(words)
    return any(re.search(pattern(kind), said) for kind in HINTS)


def named(words: str, names: Sequence[str]) -> list[str]:
    """Those of these people whom the words leave out, by their whole name or how it begins."""
    clauses = [clause for _, _, clause in _clauses(words, names)]
    return [name for name in names if any(_names(clause, name) for clause in clauses)]


def all_but(words: str) -> bool:
    """Whether the words mean everybody but some: "tous sauf Bob", "everyone but Bob"."""
    said = plain(words)
    everyone = re.match(rf"{pattern('everyone')}\s+(?:but\s|{pattern('leaves_out')})", said)
    return bool(everyone or re.match(pattern("leaves_out"), said))


def without(words: str, names: Sequence[str]) -> str:
    """The words without what leaves these people out, or says that somebody is not to know."""
    for start, end, clause in reversed(_clauses(words, names)):
        if any(_names(clause, name) for name in names) or re.search(pattern("learns"), clause):
            words = f"{words[:start]}{words[end:]}"
    return words.strip(" ,;")


def _clauses(words: str, names: Sequence[str]) -> list[tuple[int, int, str]]:
    found = _clause(names).finditer(levelled(words))
    return [(each.start(), each.end(), each[0]) for each in found]


def _names(clause: str, name: str) -> bool:
    return re.search(rf"(?<!\w){_forms([name])}(?!\w)", clause) is not None


def _forms(names: Iterable[str]) -> str:
    """A pattern for these people, by their whole names or how they begin."""
    forms = {plain(each) for name in names if name.split() for each in (name, name.split()[0])}
    longest = sorted(forms, key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, longest)) or _NOBODY})"


def _clause(names: Sequence[str]) -> re.Pattern[str]:
    """What leaves somebody out, with the "but" before it; the last two go on to the next
    mark, or to what the sentence goes on with."""
    name = rf"@?{_forms(names)}(?!\w)"
    others = rf"(?:(?:\s*,\s*|\s+{pattern('beside_others')}\s+){name})*(?:\s+{pattern('polite')})*"
    before = rf"(?:{pattern('before_a_name')}\s+|(?<!\w)(?:qu|d)'\s*)*"
    ends = rf"(?:(?!\s+(?:{pattern('sets_against')}|{pattern('keeps_from_ends')}))[^,.;!?…\n])*"
    begins = rf"(?:^|(?<=[,.;:!?(\n])|(?<=[,.;:!?(]\s))(?:{pattern('after_all')}\s+)?"
    begun = rf"(?:{begins}{pattern('not_by_name')})"
    right_behind = rf"(?:{pattern('leaves_out')}|{begun})\s+{before}{name}{others}"
    cost = rf"(?:(?!{name})[^,.;:!?…\n])*{pattern('cost')}"
    behind = rf"{pattern('keeps_from')}(?!{cost}){ends}"
    wished = rf"(?:{pattern('would_have')}\s*(?:{pattern('before_a_name')}\s+|qu'\s*)*)?"
    knows = rf"{pattern('must_not')}\s+(?:[\w']+\s+){{0,3}}?{pattern('learns')}"
    kept = rf"{wished}(?<!\w){name}\s+(?:{knows}|(?:[\w']+\s+)?{pattern('unaware')}){ends}"
    return re.compile(rf"[\s,;]*(?:{pattern('but')}\s+)?(?:{right_behind}|{behind}|{kept})")
