"""Nearness in meaning, by static word vectors that an installed package brings.

`nearness` tells how near a text is to a phrase, by the `vectors` of their words, side by side for
many texts (`columns`), and by the lexicon's `concepts`; it is `kept` from run to run.
"""
