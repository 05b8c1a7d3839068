"""Turns the request of a piece into acts; each file knows one way of asking.

- `asking` is what all of them need; `naming` takes what is only a name, `clauses` and `halves` what
  has a verb, `listing`, `stating`, `standing`, `lacking` and `nothing` what is typed short;
- `feeling`, `reasons`, `whats`, `wondering`, `explaining` and `questions` take what is felt, why,
  what, how and whether;
- `showing`, `proving`, `meeting` and `tying` bring deeds to what is claimed and to the company's
  side, `placed` from two places; `applying` and `requesting` open and close; `beside` says what
  stood in brackets.
"""
