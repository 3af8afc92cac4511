"""What a screen shows, without a screen: state and reducer, wrapping and rows, palette, key table, painters."""
