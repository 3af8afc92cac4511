"""Highlight sets from files: ours and those of Hypothesis, checked value by value."""
