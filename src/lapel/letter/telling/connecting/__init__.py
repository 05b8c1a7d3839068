"""The answers about the personal connection, joined into a paragraph without their questions.

`connection` is the way in; `answers` takes one answer, what was `typed` in a hurry written out, and
tells which of its sentences are `finished`. `questions` makes a sentence of a fragment with the
question's words, `fragments` tells what one is, `lasting` how long something went on.
"""
