"""The real command in a real pseudo-terminal."""
