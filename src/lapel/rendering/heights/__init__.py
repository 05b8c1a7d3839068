"""Heights of leaves in points: read from a layout (`measuring`), kept from run to run (`cache`).

Whoever needs heights asks a `ruler`, the module beside this package, which knows both.
"""
