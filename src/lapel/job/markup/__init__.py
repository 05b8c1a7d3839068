"""From a file's text to blocks: headings, paragraphs, items, rows.

`markdown` gives the blocks of Markdown, once `lines` has made plain what people type, `mail` has
taken away the head of an e-mail, `other_marks` has put the marks of other programs into Markdown's
and `bare_headings` has found the headings without any; `yaml_form` gives the same blocks of YAML.
`wrapping` tells where a line goes on with the sentence of the one before.
"""
