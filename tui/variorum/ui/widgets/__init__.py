"""Widgets: they show what they are given and report what the reader does; none of them knows the app."""
