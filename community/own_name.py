"""Where somebody's own name stands in their words: it leaves only after both have agreed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

from community.screening import NETWORK

SHORTEST = 3
"""Letters of a part of a name that says whose it is wherever it stands."""

_PART = re.compile(rf"[^\W\d_]{{{SHORTEST},}}")
_BESIDE = re.compile(r"\s+[–—|/-]+\s|\s*[(\[|]")
"""What begins that is no name, in "Zoé (Lyon)"."""
_TOLD = r"(?:\bje\s+m['’]appelle|\bmon\s+nom\s+est|\bmy\s+name(?:\s+is|['’]s))\s+"
_SIGNED_BY = rf"(?:(?:^|[,.;:!?\n–—-])\s*sign(?:é|ée|e|ed)\s*:?\s+|{_TOLD})"
"""What a name follows, whatever it is."""
_I_AM = r"\b(?:moi\s+c['’]est|c['’]est|je\s+suis|ici|this\s+is|it['’]s|i['’]m|i\s+am)\s+"
"""What one's own name may follow."""
_NAMED = r"(?:\w\.\s*)*\w[\w'’-]*(?-i:(?:\s+(?:[A-ZÀ-Ý][\w'’-]*))*)"
"""A name, perhaps behind initials, with all that goes on with a capital."""
_OF_A_HANDLE = re.compile(r"(?:[._#-]?[\w-]*[a-z\d_])*")
_GOES_ON = re.compile(r"(?:[ \u00a0]+(?!I\b)[A-ZÀ-Ý][\w'’-]*)*")
"""What goes on with a capital belongs to the name: "Zoé D"."""
_WITHIN = re.compile(r"[\w,;)»'’][ \u00a0]*$")
"""What stands before a word within a sentence."""
_ACCOUNT_ON = rf"\b{NETWORK}\W{{1,4}}(?:(?:c['’]est|est|is|sous|as|mon|my)\s+)?"
_ON_NETWORK = rf"(?=\W{{1,3}}(?:sur|on)\s+(?:mon\s|my\s)?{NETWORK}\b)"
MARGIN = 40
"""Letters before a word that tell whether it stands as a name."""


def found(words: str, name: str, is_word: Callable[[str], bool] = lambda _: False) -> list[str]:
    """A member's name and its parts in their words, and what they say that they are called, as
    they stand there.

    A part that is a word too (`is_word`, without case and accents) counts where it stands as a
    name: with a capital within a sentence, or beside that of a network.
    """
    called = _BESIDE.split(name)[0].strip() or name
    spans = sorted([*_said(words, called), *_parts(words, called, is_word)])
    return list(dict.fromkeys(words[start:end] for start, end in _merged(spans)))


def beyond_introduction(words: str, name: str) -> str:
    """A need without who says it: of "bonjour, je m'appelle Zoé et je cherche un maçon" the rest.

    Whoever introduces themselves to us tells nobody else; of any other words nothing goes.
    """
    parts = "|".join(_PART.findall(_bare(_BESIDE.split(name)[0])))
    if not parts:
        return words
    greeted, goes_on = (
        r"\s*((?:\w+(?:\s+\w+)??\W+)??)",
        r"\s*(?:[,.;:!–—-]|\b(?:et|and)\b)\s*(?=\w)",
    )
    me = rf"(?:{_I_AM}|{_TOLD})(?:{parts})(?:\s+(?:{parts}))*"
    begun = re.match(f"{greeted}{me}{goes_on}", _bare(words))
    return words[: begun.end(1)] + words[begun.end() :] if begun else words


def _said(words: str, called: str) -> Iterator[tuple[int, int]]:
    """The whole name wherever it stands, its first part as the signature, and what is told."""
    if not called.split():
        return
    whole, first = r"\s+".join(map(re.escape, called.split())), re.escape(called.split()[0])
    signed = rf"(?:^|[,.;:!?–—-]|\n)\s*({whole}|{first})\W*$"
    told = rf"(?:{_SIGNED_BY}(?-i:(?=[A-ZÀ-Ý]))|{_I_AM}(?={first}\b))({_NAMED})"
    anywhere = rf"(?<!\w)({whole})(?!\w)" if " " in called else signed
    for shape in (anywhere, told, signed):
        yield from (each.span(1) for each in re.finditer(shape, words, re.IGNORECASE))


def _parts(words: str, called: str, is_word: Callable[[str], bool]) -> Iterator[tuple[int, int]]:
    """The parts of the name, with what hangs on them."""
    said = _bare(words)
    for part in dict.fromkeys(_PART.findall(_bare(called))):
        alone, end = rf"(?<![^\W\d_])({part})(?![^\W\d_])", 0
        ordinary = is_word(part)
        for each in re.finditer(alone if ordinary else f"{alone}|{_glued(part)}", said):
            at = each.span(each.lastindex or 0)
            if at[0] >= end and (not ordinary or _stands_as_name(words, said, *at)):
                yield (whole := _all_of(words, *at))
                end = whole[1]


def _glued(part: str) -> str:
    """The part within an account beside a network's name: "insta zoedupont"."""
    within = rf"((?<!\w)\w*{part}\w*+)"
    return rf"{_ACCOUNT_ON}{within}|{within}{_ON_NETWORK}"


def _stands_as_name(words: str, said: str, start: int, end: int) -> bool:
    written, before = words[start:end], words[:start].rpartition("\n")[2]
    if written[0].isupper() and written[1:].islower() and _WITHIN.search(before[-MARGIN:]):
        return True
    follows = re.search(rf"{_ACCOUNT_ON}$", said[max(0, start - MARGIN) : start])
    return bool(follows or re.match(_ON_NETWORK, said[end:]))


def _all_of(words: str, start: int, end: int) -> tuple[int, int]:
    """The part with the rest of the account or the name that it is of."""
    while start and (words[start - 1].isalnum() or words[start - 1] in "_.-"):
        start -= 1
    for shape in (_OF_A_HANDLE, _GOES_ON):
        more = shape.match(words, end)
        end = more.end() if more else end
    return start, end


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start < merged[-1][1]:
            start, end = merged[-1][0], max(end, merged.pop()[1])
        merged.append((start, end))
    return merged


def _bare(words: str) -> str:
    """The words without case and accents, as long as they were."""
    return "".join(unicodedata.normalize("NFKD", each)[0].lower()[:1] for each in words)
