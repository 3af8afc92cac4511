"""What a key changes: `reduce`, and the moving, seeking, choosing and keeping that it is made of."""
