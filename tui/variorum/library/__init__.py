"""What a reader keeps: stories, highlights, notes and sessions, in SQLite."""
