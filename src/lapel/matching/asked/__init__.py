"""What a job asks for: notes and the lines of its posting as requirements.

`requirements` calls `wishes` for a note, taken apart by `clauses` and `asides` with the words of
`wish_words`, what it orders of the page by `act_reading`, its shorthand written out by `in_full`,
its names spelled as the profile has them by `spelling`; and `posting` for the employer's lines, of
which `description` tells the kinds, `flattened` cuts those that lost their breaks, and `called`
tells what one that calls for somebody wants of them, without the `chiefs` they report to.
`phrases` are what either asks for, `alternatives` tells which of them is enough, and `twins` what
both ask. `noted` finds the notes on the pages, the paper, the theme and the language.
"""
