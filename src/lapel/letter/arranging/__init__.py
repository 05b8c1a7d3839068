"""How what a letter tells is put in order.

The `layout` puts deeds into paragraphs by employer, `connecting` finds the place of the personal
connection, and by their `shapes` `settling` joins those that cannot stand alone; `introducing` says
where and when (`chronology`), and `prefacing` what was asked for. By `repeating` nothing is told
twice, nor, by `answered`, what the connection says, or only the other of a sentence's `halves`.
"""
