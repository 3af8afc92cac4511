"""The engine: pure functions over frozen dataclasses, from an article's text to a story.

It knows no screen, file or database.
"""
