"""The document: one tree for every renderer, and the draft of all that could stand on it."""
