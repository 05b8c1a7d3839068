"""What a note's words name in the profile.

`placing` finds the entries that a label means, by its `literalness`; `naming` what any words name,
`act_targets` what an order is about, `pointing` the texts that a note quotes or gives a figure of,
and `references` what ids name. `orders` gathers what the notes order for page, letter and ledger.
"""
