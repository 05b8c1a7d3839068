"""The document: one tree for every renderer, and the draft of everything that could be in it.

    profile, theme ─drafting─▶ Draft, and of what is chosen ─draft─▶ Document

- `draft` has slots and variants, `tree` the leaves of a document; `drafting` makes the one and
  `draft` composes the other;
- the parts of a resume: `header` with the `personal` line and `addresses`, `roles`, `skills`;
- `arranging` puts sections in order, `wordings` fixes forms that the job file names, `dates` says
  how dates are written and how they order entries;
- `characters` collects all that a document could have, for its fonts.
"""
