"""What the two sides of a link disagree on: figures, names, sources, a denial."""
