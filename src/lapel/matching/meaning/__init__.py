"""Nearness in meaning, by static word vectors that an installed package brings."""
