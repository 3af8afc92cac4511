"""The version, apart from the package's own face, so that what it loads may ask for it."""

VERSION = "0.1.0"
