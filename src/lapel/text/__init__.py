"""Language tools shared by several packages.

- a text taken apart: `sentences`, `words` with their `stems`, `inline` marks as runs; text from
  `html` or `latex`; whether it is `shouting`;
- kinds of words: `common` ones, forms of `verbs`, `numbers`, the `content` of a text and the
  `phrases` that ask for something;
- a text put together: `articles`, `plurals` of things and lists of them in messages, the nearest
  `spelling`, the `difference` of two texts;
- words and patterns as data: `data`, `patterns`, `regexes`.
"""
