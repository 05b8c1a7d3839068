"""A bullet read into clauses that can be said in the first person.

- `reading` is the way in; `sentences` takes one sentence by its first words, which are `verbal`,
  `verbless` or `either`, or `subjects` whose verb was left out; `labels` and `things` say what is
  before a colon, `measures` what went from one figure to another;
- `parts` tells what is between commas, `chains` and `joining` put it together again.
"""
