"""HTML → `Document`: the article of a page, its paragraphs, and what the page states about itself."""
