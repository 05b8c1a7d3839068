"""What of a letter point is left unsaid by what was told for it.

A note is cut into parts (`note_parts`), and the telling words of each (`asked`) are looked for in
what the letter says for the note (`heard`). Of the parts that are `lost`, and not `implied` by what
is told, deeds are told that plainly answer them (`further_deeds`); the rest are `todos`.
"""
