"""How fast and how well a pairing round brings people together, over five rounds with memory."""
