"""A season of a community whose people are invented and whose bot is real."""
