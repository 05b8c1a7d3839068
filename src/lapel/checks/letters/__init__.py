"""Rules for letters: how they read, and whether the sources say what they say.

- `letter` asks every rule of one letter, `sentence` by `sentence`, with the words of `vocabulary`;
- how it reads: `style`, `grammar`, `unfinished`;
- what it says (`provenance`), against the `facts` that `indexing` finds in profile and job file:
  `amounts` (read by `numbers`), `companies`, `dates`, `degrees`, `names`, `skills`, `titles`.
"""
