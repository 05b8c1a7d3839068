"""The document as tagged PDF, with hints in its operators for programs that read its text.

`document` is the way in; `layout` lays HTML out by weasyprint, whose things are `objects`. Filling
gaps that the engine leaves: `asides` says where dates at the right edge belong, `blanks` how wide
they are, `footers` that they are not part of the text, and `rules` makes all rules look alike.
"""
