"""The letter as the file that a person edits.

`folder` says where it lies beside its job file, with the draft that it came from; `writing` makes
its text of a draft, `reading` makes parts of the text again, `editing` changes one part where it
stands, and `merging` brings a fresh draft into what was edited.
"""
