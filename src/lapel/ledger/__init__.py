"""The contract and the account of every choice.

    job, matches, fitted, letter ─account─▶ Ledger ─serialising─▶ JSON

- `account` puts it together, `model` is what it gives, `views` what the commands print of it
  (`schemas/`);
- the contract: `notes` tells what became of each note, by what answers it on the page (`asked`);
  `acts` what became of its orders: `arranging` tells those that move content, `keeping` those that
  keep it, `leaving` those that want less, all from one `standing`; `letter` what the letter says
  for it; `noted` which note takes something out, or keeps it, by its line;
- the choices: `highlights` one by one, with the line of front matter that turns each (`advice`),
  and `skills` by group; `explained` how much each part of the profile matters, for `explain
  --json`; `worded` puts a reason in words for people who read no ids.
"""
