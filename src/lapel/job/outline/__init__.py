"""From blocks to statements: every line under the topic that its headings and labels name.

`walking` goes through the blocks and gathers (`gathering`) what they say as `statements`; which
headings and labels count where they stand is told by `opening`, what ends the notes by `closing`,
what a column holds by `tables`. `blocks` and `headline` say what a block looks like and what a
title names; `misspelt` reads a heading with a slip of the keys as it was meant.
"""
