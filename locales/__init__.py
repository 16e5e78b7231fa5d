"""Fluent files: every sentence a person reads, one folder a language."""
