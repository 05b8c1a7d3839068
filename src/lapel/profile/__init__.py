"""The master profile: everything a person ever did.

    file ─reading─▶ nodes ─validated by schema─▶ fields ─building─▶ Profile

- `reading` is the way in, `model` has the values that come out;
- before the fields are checked, `languages` takes the texts of one language (`per_language`),
  `spoiled` mends those that YAML took for something else, `quoted` takes off curled quotes,
  `unused` removes empty values; `layout` and `exported` lay out files of other programs as lapel
  has them, `own_sections` finds sections of the person's own, `markup` what is printed as typed;
- `schema` has the fields, on a common base (`fields`); other spellings of values are brought
  into their form by `reshaping`, `spans`, `places` and `networks`; `json_schema` tells editors;
- `building` makes `entries` with `highlights`, `organisations`, `dates` and `texts`, and gives ids
  (`ids`, `claims`);
- for later packages: `authors` of publications, years of `experience`, and `privacy`.
"""
