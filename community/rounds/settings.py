"""What an organiser chooses for the rounds of a ritual."""

from __future__ import annotations

from datetime import timedelta
from typing import Self

from pydantic import Field, model_validator

from community.rituals import Settings, WrongRitual
from community.rounds.people import Pair

TIME_TO_JOIN_LATE = timedelta(days=2)
"""After the approval: whoever comes in it meets others who did, or who were left over."""


class RoundSettings(Settings):
    """`size` is 2 for pairs, 3 for trios, 4 to 8 for circles; `signup_days` is how long one can
    join, `days` how long the groups have to meet. `mix` and `apart` name pairs of groups."""

    size: int = Field(default=2, ge=2, le=8)
    signup_days: int = Field(default=2, ge=1, le=14)
    days: int = Field(default=21, ge=7, le=90)
    mix: tuple[Pair, ...] = ()
    apart: tuple[Pair, ...] = ()

    @model_validator(mode="after")
    def _says_one_thing(self) -> Self:
        """No two groups are both to be mixed and to be kept apart."""
        if set(self.mix) & set(self.apart):
            raise WrongRitual("mixed-apart")
        return self

    @property
    def signup(self) -> timedelta:
        """How long one can join."""
        return timedelta(days=self.signup_days)

    @property
    def length(self) -> timedelta:
        """From the introduction to “how was it?”."""
        return timedelta(days=self.days)
