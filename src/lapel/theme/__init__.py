"""Themes: tokens with floors and ceilings, fonts, section order.

`reading` reads a theme's folder: `file` is the shape of its ``theme.yaml``, `checking` holds it to
rules beyond that, such as a `contrast` that can be read, and `making` makes a theme of it; `model`
is what the renderers see, made of `styles`, and `scripts` adapts it to a language's script.
"""
