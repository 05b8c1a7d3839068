"""Checks of what was written: files read back as a machine reads them, letters as a reader does.

One file a rule; a rule takes what was read and gives diagnostics.
"""
