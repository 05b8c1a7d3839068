"""Safe writing: atomic, hash-checked, never over a changed file.

`outputs` writes a job's files into its folder (`folders`, by `names` that are safe everywhere), and
keeps files that somebody changed there, by the `manifest`; `writing` makes one file whole or not at
all. `formats` are those that may be asked for.
"""
