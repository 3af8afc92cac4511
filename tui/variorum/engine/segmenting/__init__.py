"""Text → paragraphs → sentences with roles, in the unaltered text."""
