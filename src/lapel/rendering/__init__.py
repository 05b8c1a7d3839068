"""Trees and themes into bytes: HTML, PDF, DOCX, the ledger's page; heights.

    document, setting ─html─▶ HTML ─pdf/─▶ PDF
                  └────────docx/─────────▶ DOCX

- `setting` is a theme at one step on one paper; `html` fills the theme's own files by `templates`,
  which are kept `compiled`; `pdf/` and `docx/` write the two, and `lines` gives the PDF's lines to
  the other;
- the text that both take: `tidying` (no control characters), `glyphs` (what the fonts can draw),
  `typography` with `marks` (quotes, no-break spaces), `tearing` and `asides` (what is too long),
  `names` (a long name); `written` gives it leaf by leaf to whoever compares;
- fonts: `fonts` finds them, `variable` makes them static, `metrics` reads their widths, `letters`
  takes the family that has a text's, `subsetting` cuts them down; `photos` are cut to their shape;
- `engine` is the process in which weasyprint lives; `ruler` tells `heights/` of leaves;
- other forms: `text`, `markdown`, `web`, `json_resume`; `ledger_page`; `office` asks LibreOffice.
"""
