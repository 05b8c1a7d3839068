"""The profile's highlights as deeds that a letter may tell: the `search` for those that answer a
phrase, by their words, by what they are `counting`, and by their `entry_names`.
"""
