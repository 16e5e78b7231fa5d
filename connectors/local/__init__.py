"""The local page and its JSON API: a small chat platform that needs no account."""
