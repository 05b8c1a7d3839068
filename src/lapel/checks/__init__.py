"""Rules over sources and produced files, one file a rule."""
