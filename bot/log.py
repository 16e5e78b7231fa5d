"""Logs: one line an event, ids and keys only, never what people wrote."""

from __future__ import annotations

import logging
import sys

import structlog


def set_up(level: str) -> None:
    """Write to standard error, from this level on."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.dev.ConsoleRenderer()
            if sys.stderr.isatty()
            else structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(getattr(logging, level.upper())),
        logger_factory=_to_stderr,
    )
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr)


def _to_stderr(*_names: object) -> structlog.PrintLogger:
    """Standard error as it is now, not as it was when the program began."""
    return structlog.PrintLogger(sys.stderr)
