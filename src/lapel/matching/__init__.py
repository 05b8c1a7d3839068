"""What the job asks for, and what of the profile answers it.

    notes, posting ─requirements─▶ phrases with weights ─┐
    profile ─candidates─▶ texts that can answer ─────────┴─engine─▶ Matches

- what is asked: `requirements` calls `wishes` (a note taken apart: `clauses`, `asides`; what it
  orders: `act_reading`) and `posting` (its lines, by the kinds that `description` tells);
  `asked_phrases` has what either asks for, `alternatives` which of it is enough, `twins` what both
  ask;
- what a label or an act names: `placing` (labels of hints, by `literalness`), `naming`, `sections`,
  `pointing`, `references`, `act_targets`; `orders` gathers what the notes order for page, letter
  and ledger;
- how well a text answers a phrase: `blending` takes words first (`lexical`: `asking` reads the
  phrase, `reading` the text, with `spotting` and `figures`; `covering` compares them) and the
  meaning beside them (`meaning/`); `facts` and `years` answer what is no deed;
- what comes of it: `standing` makes scores chances, `evidence` judges a requirement, `redundancy`
  pairs bullets that say the same; `remembering` spares what did not change.

What trades call things is in `lexicon`, read by `lexicon_files`, with `acronyms` found in the
texts; in another language than English (`language`) none of it applies.
"""
