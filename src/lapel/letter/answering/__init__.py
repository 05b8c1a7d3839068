"""What answers a letter point.

Each act of a `point` is answered as an `inquiry` of its note. `saying` makes a sentence of the
point's own words, `seeking` looks on every side: `evidence` tells the deeds that answer its
`topics`, or that it means `by_numbers`, shows by `claims` or names in `telegrams`; `abilities` and
`credentials` say what no bullet tells; the personal `connection` is told whole, the `posting` is
asked what it asks for, and the `company_facts` are what it says of the company.
"""
