"""From blocks to statements: every line under the topic that its headings and labels name.

`walking` goes through the blocks and gathers (`gathering`) their words as `statements`: `headings`
and `tables` give the context below a heading or in a row, `opening` tells which headings and labels
count where they stand, `closing` which fields end the notes. `blocks` and `headline` read the looks
of a block and the names in a title; `misspelt` corrects a misspelt heading.
"""
