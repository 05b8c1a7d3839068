"""The job file: a person's notes on one opening.

    text ─lines, markdown | yaml_form─▶ blocks ─outline─▶ statements ─fields, notes─▶ Job

- `reading` is the way in; `lines` makes what people type plain for the Markdown parser (`html`,
  `mail`, `other_marks` take away or put into Markdown what was pasted along);
  `front_matter` and `settings` read what lapel or the preview writes, whose keys `tailoring` names,
  and `schema` those of a job in YAML;
- `outline` puts every line under a topic: `vocabulary` (with `phrased`) knows what headings mean,
  `opening` and `closing` where they count, `parting` and `labels` cut them off, `headline` reads a
  title; `posting` takes what no heading claims, `remarks` what stands between its lines;
- `connection` tells the answers at the end of a letter's points from these;
- `fields` are single values and the employer's text, `notes` the person's own, cut by `unmarked`
  and `prose`; `placeholders` count as empty, and `leftovers` reports what nobody claimed;
- writing back: `editing` changes the front matter only, by the splices of `splicing`.
"""
