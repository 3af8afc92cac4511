"""Between the screen, which counts sentences, and the library, which has anchors."""
