"""How what a letter tells is put in order.

The `layout` puts deeds into paragraphs by employer, `connecting` finds the place of the personal
connection, and by their `shapes` `settling` joins those that are too short alone; `introducing`
says where and when (`chronology`), and `prefacing` what was asked for. `repeating` keeps anything
from being told twice, and so do `answered`, for what the connection says, and the `halves` of
sentences.
"""
