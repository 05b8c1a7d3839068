"""A note tidied and cut into the pieces that ask for one thing each.

- `tidying` spells what was typed; `labels` and `topics` put what stands before a colon into what is
  said of it; `reminding`, `directions`, `undecided` and `wishing` know what is for the writer and
  for the letter, and not for its reader;
- `remarks` sets apart what is said of the company, `lessons` what something in a life was worth;
  `pieces` cuts the rest, at the instructions that `parting` finds and the questions that are
  `answered`; `tails` takes an object's last part off.
"""
