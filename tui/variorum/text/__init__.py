"""What is true of any text here: which characters may be shown, how wide they are, how numbers are said."""
