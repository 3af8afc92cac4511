"""What a screen shows, without a screen: state and reducer, row layout, palette, key table."""
