"""What a note's words name in the profile.

`placing` finds the entries that a label means, by its `literalness`; `naming` what any words name,
read as one thing or several (`parting`), by the bullets and lines `saying` them (`names` is where
all of them look). `act_targets` finds what an order is about: what gets another place
(`arranging`), what should go (`refusing`), and what it may mean (`likely`). `pointing` finds the
texts that a note quotes or gives a figure of, and `references` what ids name. `orders` gathers what
the notes order for page, letter and ledger.
"""
