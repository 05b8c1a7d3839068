"""The words that people use for the parts of a job file, kept in YAML.

`headings` gives the topic (`topics`) of a heading or label, by the words of `vocabulary` and the
phrases of `phrased`; `labels` splits a label from the text behind it; `placeholders` finds words in
the place of a value still to come, `errands` notes of what the writer has to do, `ties` what the
writer and theirs had to do with the employer, `pages` the end of a copied web page.
"""
