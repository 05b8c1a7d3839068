"""Rules for the files in a job's output folder.

- `folder` reads it back and asks every rule; a file is a `model`, read by `pdf` or `docx`, and
  `alignment` finds the document's words in its text;
- the rules: `words`, `contact`, `roles`, `links`, `characters`, `properties`, `right_to_left`;
- `drift` tells what changed since the folder was written.
"""
