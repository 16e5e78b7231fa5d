"""What the bot does, with no chat in it: directory, asks, introductions, thanks, privacy."""
