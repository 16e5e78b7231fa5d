"""Rhythms in words, in and out, in every language we speak; the words are data."""

from conversations.rhythms.reading import read_rhythm
from conversations.rhythms.saying import rhythm_said

__all__ = ["read_rhythm", "rhythm_said"]
