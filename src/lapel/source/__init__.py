"""A file's text with positions, the readers that keep them, and the problems found there.

    path ─reading─▶ Source ─structured─▶ nodes ─validation─▶ a shape's values, and diagnostics

- `source` is a file's text, `diagnostics` are what is wrong in it, `printing` tells them to people;
- `structured` takes YAML (`yaml`, put together by `yaml_composing`) or JSON (`json`) as `nodes`;
  lines that YAML would lose or misread are found by `yaml_traps`, slips of the keys by
  `yaml_slips`, and both are read on as they were meant (`mending`, `quoting`), as are texts parted
  at a comma inside a parenthesis (`yaml_parentheses`);
- `shapes` declare what a mapping may hold, with `marks` for what no type says; `checking` makes
  their values, of texts that know their place (`placed`), or tells all that is wrong, and
  `json_schema` tells editors;
- `validation` holds nodes to a shape and is loose where people are: `renaming` tells what a key
  stands for that the shape does not know (`keys`), `list_or_text` reads a text as the list that it
  was meant as (`lists`) and a list as a text, `wording` has our words for all other faults;
- `kinds` tells a profile from a job file.
"""
