"""The Textual skin over `view`: a small app, screens, widgets, messages."""
