"""What counts for a deed as the answer to a phrase, beside its score in (0, 1]."""

ON_PAGE = 0.08
"""Added for a deed that is on the resume."""
OWN_SENTENCE = 0.03
"""Added for a deed whose author wrote how a letter says it."""
PER_WEIGHT = 0.03
"""Added for each step of its author's weight."""
PER_RELEVANCE = 0.1
"""Added at most for mattering to the job."""
BY_NAME, NAME_WORDS = 0.1, 2
"""Added for a highlight that begins with the words asked for, and how many words count.

"Family reunion", "launch" of what was launched.
"""
BY_HEAD = 0.05
"""Added for a highlight that tells of the thing itself: "payroll for seven homes".

"Payroll questions" does not.
"""
BY_WORDS = 0.1
"""Added, times the share of the words asked for that a highlight has, if these are several."""
SMALL = 0.1
"""Added, times a score, to order deeds that are equally sure."""

WHOLE = 1.0
"""The score of a highlight that is what a phrase asks for by its kind: "safety record"."""
BY_FIGURE = 0.8
"""The score of a highlight found by other signs than words.

It has the same figure ("the $150 rule"), tells in figures of the change asked for ("audience
growth"), or is called by its id.
"""
BY_TITLE = 0.7
"""From this score a target means an entry by its title: "night audit" of the Night Auditor."""
CLEAR = 0.75
"""From this score a deed says plainly what was asked for."""
NAMED_SUPPORT = 0.3
"""The score that is enough where the target names the entry itself."""
LEAD, LEADING, LEADING_BY_MEANING = 1.4, 0.25, 0.35
"""A highlight well below support answers all the same where it leads all others by the first.

It then needs the second score, and without a word of the phrase the third.
"""
LEADING_TWICE, TWICE = 0.12, 2.0
"""From the first score a highlight is the answer if it has at least twice the next one's score.

Of the phrases of the labelled lives that nothing supports, every second is shown by such a bullet;
of the others every fourth.
"""
NEARLY = 0.95
"""The share of the best score from which a deed that answers only the object answers as well."""
SHARED_WORDS = 2
"""The number of telling words in common that is no chance."""
HALF = 0.5
"""The share of a phrase's telling words that one highlight alone must have to be meant by them."""
