"""What stands where: areas of the screen, sentences as rows, bands of the parallel edition, lines of styled text."""
