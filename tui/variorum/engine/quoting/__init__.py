"""Direct quotations: their marks, words, speaker and source, and which of two articles' are the same."""
