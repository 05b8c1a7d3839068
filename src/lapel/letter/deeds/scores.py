"""What counts for a deed as the answer to a phrase, beside its score in (0, 1]."""

ON_PAGE = 0.08
"""What standing on the resume is worth."""
OWN_SENTENCE = 0.03
"""What it is worth that its author wrote how a letter says it."""
PER_WEIGHT = 0.03
"""What each step of its author's weight is worth."""
PER_RELEVANCE = 0.1
"""What it is worth at most to matter to the job."""
BY_NAME, NAME_WORDS = 0.1, 2
"""What it is worth that a highlight begins with the words that are asked for: "family reunion",
"launch" of what was launched.
"""
BY_HEAD = 0.05
"""What it is worth that a highlight tells of the thing itself: "payroll for seven homes", and not
of "payroll questions".
"""
SMALL = 0.1
"""What parts deeds that are equally sure."""

BY_FIGURE = 0.8
"""The score of what says the same figure ("the $150 rule"), of what tells in figures the change
that is asked for ("audience growth"), and of what is called by its id.
"""
BY_TITLE = 0.7
"""From here on a target means an entry by its title: "night audit" of the Night Auditor."""
CLEAR = 0.75
"""From here on a deed says plainly what was asked for."""
NAMED_SUPPORT = 0.3
"""Enough where the target names the entry itself."""
LEAD, LEADING, LEADING_BY_MEANING = 1.4, 0.25, 0.35
"""What is well below support is the answer all the same where it leads all others so far; without
a word of the phrase it must come nearer.
"""
LEADING_TWICE, TWICE = 0.12, 2.0
"""What has twice what any other has is the answer from here on: of the phrases of the labelled
lives that nothing supports every second is shown by such a bullet, of the others every fourth.
"""
NEARLY = 0.95
"""So near the best, what answers the object of a deed answers as well."""
SHARED_WORDS = 2
"""So many telling words shared are no chance."""
HALF = 0.5
"""The share of a phrase's telling words that one highlight alone must have to be meant by them."""
