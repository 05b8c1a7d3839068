"""What no known heading or label claims, told by what it says.

`head` finds company and position at the head of a page. `posting` tells whether what stands under
no heading is the employer's text or the person's notes, `remarks` what the person put between the
posting's lines, `parted` what is theirs below a rule or a page's end, `own_headings` what is theirs
by its title, `selling` which of that is a list of skills, `errands` what is theirs to do, and
`connection` the answer to "why them?" among the letter's points.
"""
