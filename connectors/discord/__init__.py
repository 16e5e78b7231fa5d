"""Discord: application commands, buttons and windows, direct messages and private threads."""
