"""Figures, dates and proper names of a sentence, with values that compare across wordings and languages."""
