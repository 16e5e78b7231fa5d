"""How the bot talks: engine, Chat, routing, understanding, dialogues."""
