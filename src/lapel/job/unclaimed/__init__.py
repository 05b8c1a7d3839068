"""Reading text under no known heading or label by its words.

`head` finds company and position at the head of a page. `posting` tells whether text under no
heading is the employer's or the person's notes, `remarks` finds the person's remarks between the
posting's lines, `parted` their notes below a rule or a page's end, `own_headings` their notes under
headings they made up, `selling` the lists of skills among these, `errands` their errands, and
`connection` the answer to "why them?" among the letter's points.
"""
