"""From statements to the parts of a job.

`fields` makes single values (`dates` a day of one, `told` to whom an application goes where a
sentence says it), the employer's text and other sections, all `gathered`, and `notes` the person's
numbered notes; `unmarked` cuts lists that lost their marks, `prose` running text. `leftovers`
reports what is left of a template.
"""
