"""What the job asks for, and what of the profile answers it.

    notes, posting ─asked/─▶ phrases with weights ─┐
    profile ─candidates─▶ texts that can answer ───┴─engine─▶ Matches

- `engine` is the way in; `model` has what goes in and what comes out, `acts` what notes order;
- `asked/` takes notes and postings apart into requirements;
- `places/` finds what of the profile a label, an order or an id names, among its `sections` too,
  and `details` knows what is printed without being chosen;
- `answers/` tells by its words how well a text answers a phrase, `meaning/` how near it is in
  meaning, and `blending` takes the two together; `years` counts how long;
- what comes of it: `standing` makes scores chances, `weighing` a requirement's matches of these,
  `evidence` judges a requirement, `redundancy` pairs bullets that say the same; `remembering`
  spares what did not change.

What trades call things is in `lexicon`, read by `lexicon_files` with a workspace's `own_lexicon`,
and `acronyms` are found in the texts; in another language than English (`language`) none of it
applies.
"""
