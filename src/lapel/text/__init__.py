"""What several rooms need of language.

- a text taken apart: `sentences`, `words` with their `stems`, `inline` marks as runs; what came as
  `html` or `latex`; whether it is `shouting`;
- what words are: `common` ones, forms of `verbs`, `numbers`, the `content` of a text and the
  `phrases` that ask for something;
- a text put together: `articles`, `plurals` of things and lists of them in messages, the nearest
  `spelling`, the `difference` of two texts;
- words and patterns as data: `data`, `patterns`, `regexes`, kept ready by `keeping`.
"""
