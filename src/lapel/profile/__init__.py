"""The master profile: everything a person ever did.

    file ─reading─▶ nodes ─validated by schema─▶ fields ─building─▶ Profile

- `reading` is the way in, `model` what comes out;
- before the fields are checked, `languages` takes the texts of one language (`per_language`),
  `spoiled` mends those that YAML took for something else, `quoted` takes off curled quotes,
  `unused` what is empty; `layout` and `exported` lay out what other programs wrote as lapel has
  it, `own_sections` finds sections of the person's own;
- `schema` has the fields, on what all have in common (`fields`); what people write in another form
  is put into theirs by `reshaping`, `spans`, `places` and `networks`; `json_schema` tells editors;
- `building` makes `entries` with `highlights`, `organisations`, `dates` and `texts`, and gives ids
  (`ids`, `claims`);
- for the rooms below: `authors` of publications, years of `experience`, and `privacy`.
"""
