"""How what a letter tells is put in order: `layout` in paragraphs, `introducing` with where and
when (`chronology`), `prefacing` with what was asked for, `repeating` with nothing told twice.
"""
