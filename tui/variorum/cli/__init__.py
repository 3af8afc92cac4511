"""The command line: the only place that decides between screen and text."""
