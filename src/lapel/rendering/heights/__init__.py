"""Heights of leaves in points: read from a layout (`measuring`), held from run to run (`kept`).

Whoever needs heights asks a `ruler`, the module beside this package, which knows both.
"""
