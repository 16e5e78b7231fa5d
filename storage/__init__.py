"""Tables, sessions, migrations, inbox and outbox: what is kept, and how it is kept safe."""
