"""A file's text with positions, the readers that keep them, and the problems found there."""
