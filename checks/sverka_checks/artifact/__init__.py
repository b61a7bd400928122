"""Rules on what machine translation and copying leave behind in a text."""
