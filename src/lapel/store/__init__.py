"""Safe writing: atomic, hash-checked, never over a changed file."""
