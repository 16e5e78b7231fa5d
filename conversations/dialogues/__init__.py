"""Every dialogue. Importing this registers them."""

from conversations.dialogues import (
    after,
    answering,
    asking,
    care,
    details,
    linking,
    matchmaking,
    onboarding,
    peace,
    profile,
    progress,
    team,
)  # fmt: skip

__all__ = [
    "after", "answering", "asking", "care", "details", "linking", "matchmaking", "onboarding",
    "peace", "profile", "progress", "team",
]  # fmt: skip
