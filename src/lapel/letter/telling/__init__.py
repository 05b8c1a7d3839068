"""Telling what the sources say: highlights in the first person, the posting's own words attributed
to it, the answers about the personal connection joined.
"""
