"""Between Textual and the terminal: changed cells only, paced frames, signals, suspend and resume.

Whatever touches a private name of Textual lives in `display.py` and `driver.py`; the rest is plain functions.
"""
