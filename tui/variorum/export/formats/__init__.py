"""One module for each format, with `render(document) -> str`; `variorum.export.FORMATS` names them."""
