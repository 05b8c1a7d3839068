"""Text typed for LaTeX, as the Markdown that a person would type."""

from lapel.text.regexes import regex

_COMMAND = regex(r"\\(?:href|url|text[a-z]+|emph|underline|mbox)\{|\{\\(?:bf|it|em)[a-z]* ")
_LOOKS = tuple(
    (regex(pattern), looks)
    for pattern, looks in (
        (r"\\href\{([^{}]*)\}\{([^{}]*)\}", r"[\2](\1)"),
        (r"\\url\{([^{}]*)\}", r"\1"),
        (r"\\textbf\{([^{}]*)\}|\{\\(?:bf|bfseries) ([^{}]*)\}", r"**\1\2**"),
        (r"\\(?:textit|emph)\{([^{}]*)\}|\{\\(?:it|em|itshape) ([^{}]*)\}", r"*\1\2*"),
        (r"\\(?:underline|textsc|text|mbox|texttt)\{([^{}]*)\}", r"\1"),
        (r"\\([%&$#_])", r"\1"),
        (r"\\ |(?<=\w)~(?=\w)", " "),
        (r"(?<=[\d\s])---?(?=[\d\s])", "–"),
    )
)


def without_latex(text: str) -> str:
    """Return a text in LaTeX with strong, emphasised and linked words; any other unchanged."""
    if "\\" not in text or not _COMMAND.search(text):
        return text
    for pattern, looks in _LOOKS:
        text = pattern.sub(looks, text)
    return text
