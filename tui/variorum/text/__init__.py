"""What is true of any text here: which characters may be shown, and how wide they are."""
