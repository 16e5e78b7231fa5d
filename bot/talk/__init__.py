"""Talking in a terminal: the same conversation as on the page, through the same API."""

from bot.talk.line import Line, Refused, address, answers
from bot.talk.shown import screen
from bot.talk.talk import ENDS, Talk, choose_person

__all__ = ["ENDS", "Line", "Refused", "Talk", "address", "answers", "choose_person", "screen"]
