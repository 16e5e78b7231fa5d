"""Sentences by which the understanding is taught: files to read and to add to."""
