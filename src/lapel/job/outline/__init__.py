"""From blocks to statements: every line under the topic that its headings and labels name.

`walking` goes through the blocks and gathers (`gathering`) what they say as `statements`:
`headings` and `tables` tell what stands below a heading or in a row, `opening` which headings and
labels count where they stand, `closing` what ends the notes. `blocks` and `headline` say what a
block looks like and what a title names; `misspelt` reads a heading with a slip of the keys as it
was meant.
"""
