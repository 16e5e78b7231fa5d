"""Rhythms in words, in and out, in every language we speak; the words are data."""

from conversations.rhythms.days_off import day_off_said, read_days_off
from conversations.rhythms.mending import mended, says_rhythm
from conversations.rhythms.missing import left_out_said
from conversations.rhythms.reading import read_rhythm
from conversations.rhythms.saying import rhythm_said

__all__ = [
    "day_off_said",
    "left_out_said",
    "mended",
    "read_days_off",
    "read_rhythm",
    "rhythm_said",
    "says_rhythm",
]
