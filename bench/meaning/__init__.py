"""Matching by meaning, on trial: static vectors beside words and names; see docs/matching.md."""
