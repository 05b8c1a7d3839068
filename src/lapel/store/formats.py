"""The formats, papers and pages that a person may ask for; reading them loads nothing else."""

from typing import Literal, get_args

Format = Literal["pdf", "docx", "html", "md", "txt", "json"]
FORMATS: tuple[Format, ...] = get_args(Format)
USUAL_FORMATS: tuple[Format, ...] = ("pdf", "docx")
Paper = Literal["letter", "a4"]
PAPERS: tuple[Paper, ...] = get_args(Paper)
MOST_PAGES = 10
"""The most pages that may be asked for; more is a slip of the keys."""
