"""Rules on what the two language versions of a page say."""
