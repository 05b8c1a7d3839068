"""Themes: tokens with floors and ceilings, fonts, section order."""
