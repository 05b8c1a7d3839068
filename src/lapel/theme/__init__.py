"""Themes: tokens with floors and ceilings, fonts, section order.

`reading` reads a theme's folder: `file` is the shape of its ``theme.yaml``, held to more by
`checking`, and `making` makes a theme of it; `model` is what the renderers see, made of `styles`,
and `scripts` gives it to a language's script.
"""
