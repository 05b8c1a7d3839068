"""Reading text under no known heading or label by its words.

`head` finds company and position at the head of a page, with `companies` for the company's name.
`posting` finds the employer's text under no heading and `loose` the person's notes there, `values`
joins unknown labels with what stands behind them, `between` takes the person's remarks out from
between the lines and `remarks` finds those in the posting, `parted` their notes below a rule or a
page's end, `own_headings` their notes under headings they made up, whose kind `kinds` tells,
`selling` the skills among these, `errands` their errands, `facts` what they say of the application,
`asked` questions and answers among the letter's points, and `connection` the answer to "why them?"
there and ties to the employer among notes.
"""
