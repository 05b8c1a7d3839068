"""From statements to the parts of a job.

`fields` reads single values (`dates` the day in one, `from_sentences` a recipient, status or URL in
running text), the employer's text and other sections, all gathered by `gathered`, and `notes` the
person's numbered notes; `unmarked` splits lists that lost their bullets, `prose` running text.
`leftovers` reports what is left of a template.
"""
