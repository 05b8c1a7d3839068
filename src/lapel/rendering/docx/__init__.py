"""The document as DOCX: named styles, real lists, live links, and nothing set by hand.

- `document` is the way in; `writing` makes runs and paragraphs of leaves, cut where the script
  changes (`scripts`), with the styles that `looks` finds, with `links`, and `photos`;
- the parts of the file: `package`, `styles`, `numbering`, `footers`, fonts inside it (`fonts`, by
  the names of `faces`); `units` are those of WordprocessingML;
- in a company's own Word file: `reference` takes its `own_styles` and `named_fonts`, and
  `settling` finds where its pages end;
- `turns` says where a page begins.
"""
