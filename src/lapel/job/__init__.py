"""The job file: a person's notes on one opening.

    text ─markup/─▶ blocks ─outline/─▶ statements ─unclaimed/─▶ statements ─parts/─▶ Job

- `reading` is the way in: `markdown_job` and `yaml_job` take these steps, `assembling` makes
  the job of `model` from their result; `problems` has the diagnostics about a file as a whole,
  `unnamed` the warning for one without company or position;
- `markup/` rewrites what people type for the Markdown parser and gives blocks, of YAML too;
- `outline/` puts every line under the topic that its headings and labels name;
- `unclaimed/` reads text under no known heading by its words: company and position at the head of
  a page, remarks between a posting's lines, notes below a rule;
- `parts/` makes the fields of a job, its sections and its numbered notes of the statements;
- `words/` has the words that people use for all this;
- `settings/` reads and writes what lapel or the preview keeps in the file; `schema` has the keys of
  a job in YAML.
"""
