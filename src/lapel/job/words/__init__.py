"""What people call the parts of a job file.

`headings` tells the topic (`topics`) of a heading or label, by the words of `vocabulary` and the
phrases of `phrased`; `labels` takes a label from the text behind it; `placeholders` knows what
stands for a value still to come, `errands` what is for the writer to do, `pages` where a copied web
page ends. The words are in the YAML files.
"""
