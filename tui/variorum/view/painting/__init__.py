"""What the reader's screen shows: a state and a story → blocks of styled lines."""
