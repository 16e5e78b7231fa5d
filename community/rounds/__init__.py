"""Rounds: many people, each brought together with somebody whom they have something to say to."""
