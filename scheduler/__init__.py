"""When: the sweeps, and later the rituals. The only room that knows APScheduler."""
