"""Rules for letters: how they read, and whether what they say stands in the sources."""
