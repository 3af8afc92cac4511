"""A story or a highlight set → text in some format. One module a format, one registry (`FORMATS`)."""

from __future__ import annotations

from variorum.engine.nouns import Story

FORMATS = {"json": "the whole comparison as data, schema 1"}
"""Format name → what it is."""


def render_story(story: Story, format: str, *, now: str) -> str:
    """A story in a format; `now` is the moment of the export, ISO 8601 in UTC."""
    from variorum.export.json_format import story_to_json  # noqa: PLC0415 - each format loads when it is asked for

    return story_to_json(story)
