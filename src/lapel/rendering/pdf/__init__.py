"""The document as tagged PDF, and what is said in its operators for those who read its text.

`document` is the way in; `layout` lays HTML out by weasyprint, whose things are `objects`. What the
engine leaves to say: `asides` where dates at the right edge belong, `blanks` how wide they are,
`footers` that they are no part of the text, `rules` that all look alike.
"""
