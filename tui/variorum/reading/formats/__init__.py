"""A reader for each kind of file, except pages: bytes → `Document`."""
