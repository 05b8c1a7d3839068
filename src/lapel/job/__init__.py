"""The job file: a person's notes on one opening.

    text ─markup/─▶ blocks ─outline/─▶ statements ─unclaimed/─▶ statements ─parts/─▶ Job

- `reading` is the way in: `markdown_job` and `yaml_job` take these steps, `assembling` makes
  the job of `model` of what they read; `problems` are those of a file as a whole, `unnamed` tells
  what it should name;
- `markup/` makes what people type plain for the Markdown parser and gives blocks, out of YAML too;
- `outline/` puts every line under the topic that its headings and labels name;
- `unclaimed/` tells from the words themselves what no heading or label tells: company and position
  at the head of a page, remarks between a posting's lines, notes below a rule;
- `parts/` makes the fields of a job, its sections and its numbered notes of the statements;
- `words/` knows what people call all this;
- `settings/` is what lapel or the preview writes into the file, read and written; `schema` has the
  keys of a job in YAML.
"""
