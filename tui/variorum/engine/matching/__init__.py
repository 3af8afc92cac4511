"""Sentences of two articles → scored pairs → links, and why."""
