"""How well a text answers a phrase, by its words.

`asking` reads the phrase and `reading` the text, both with the namings that `spotting` finds, what
`figures` tell and how numbers move (`moves`); `covering` compares them, and `lexical` does so for a
whole profile. `facts` answer what is no deed; `trials` tells what was only tried out.
"""
