"""A file's text with positions, the readers that keep them, and the problems found there.

    path ─reading─▶ Source ─structured─▶ nodes ─validation─▶ a model's value, and diagnostics

- `source` is a file's text, `diagnostics` are its problems, `printing` tells them to people;
- `structured` takes YAML (`yaml`, put together by `yaml_composing`) or JSON (`json`) as `nodes`;
  lines that YAML would lose or misread are found by `yaml_traps`, slips of the keys by
  `yaml_slips`, and both are read on as they were meant (`mending`, `quoting`), as are texts parted
  at a comma inside a parenthesis (`yaml_parentheses`);
- `validation` checks nodes against a model, whose texts know their place (`placed`) and whose
  fields are spelled loosely (`shapes`): `renaming` finds the field that an unknown key means
  (`keys`), `list_or_text` reads a text as the list that it was meant as (`lists`) and a list as a
  text, `wording` has our words for all other errors;
- `kinds` tells a profile from a job file.
"""
