"""Trees and themes into bytes: HTML, PDF, DOCX, the ledger's page; heights.

    document, setting ─html─▶ HTML ─pdf/─▶ PDF
                  └────────docx/─────────▶ DOCX

- `setting` is a theme at one step on one paper; `templates` fills a theme's own files;
- the text that both take: `tidying` (no control characters), `glyphs` (what the fonts can draw),
  `typography` with `marks` (quotes, no-break spaces), `tearing` and `asides` (what is too long),
  `names` (a long name); `written` gives it leaf by leaf to whoever compares;
- fonts: `fonts` finds them, `metrics` reads their widths, `subsetting` cuts them down;
- `engine` is the process in which weasyprint lives; `ruler` tells `heights/` of leaves;
- other forms: `text`, `markdown`, `web`, `json_resume`; `ledger_page`; `office` asks LibreOffice.
"""
