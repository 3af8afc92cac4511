"""What a reader adds to what the engine finds: anchors, links by hand, corrections, and sets nobody had to mark."""
