"""What is known of words in general: stems, function words, verbs of saying, neighbours in meaning, word diffs."""
