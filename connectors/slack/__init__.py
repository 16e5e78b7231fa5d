"""Slack: its events become arrivals, our messages become blocks, windows and a Home."""
