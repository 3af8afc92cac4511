"""A story or a highlight set → text in some format. One module a format, one registry (`formats`)."""
