"""What people call the parts of a job file.

`vocabulary` (with `phrased`) tells the topic of a heading, `labels` takes a label from the text
behind it, `placeholders` knows the words that stand for a value still to come. The words are in
the YAML files.
"""
