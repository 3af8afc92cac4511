"""What the reader keeps, told to the library behind the screen; and the place, written while one reads."""
