"""The profile's highlights as deeds that a letter may tell.

`search` is the way in, and a deed (`model`) what it finds: of the `bullets` that may be told the
ones whose words, meaning, `changes` or `numbers` answer a phrase (`answers`), within the entries
that it means by their names (`entry_names`) or `titles`, the best to tell first. `scores` has what
all this is worth, `counting` what a text counts, and `bounds` what it names by its size only.
"""
