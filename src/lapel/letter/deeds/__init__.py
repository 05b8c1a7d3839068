"""The profile's highlights as deeds that a letter may tell.

The `search` for those that answer a phrase goes by their words and `scores`, by what they are
`counting`, by the `changes` that they tell in figures, and by their `entry_names`.
"""
