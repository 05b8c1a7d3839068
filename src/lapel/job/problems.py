"""The diagnostics about a job file as a whole."""

from collections.abc import Iterable

from lapel.job.markup.markdown import Marks
from lapel.job.outline.statements import Outlined
from lapel.job.unclaimed.posting import first_unclaimed
from lapel.job.words.topics import NOTES
from lapel.source.diagnostics import Diagnostic, Severity
from lapel.source.nodes import Node, Sequence, is_null
from lapel.source.source import Source
from lapel.text.regexes import regex

LONGEST_TEXT = 100_000
"""The most characters, without blanks and tags: five times the longest posting that was met."""
_UNCOUNTED = regex(r"<[^<>]*>|\s+")


def warn_of_unclosed(source: Source, text: str, marks: Marks) -> Iterable[Diagnostic]:
    """Yield a warning for each fence and each comment in the text that is never closed."""
    for line in marks.open_fences:
        yield source.diagnostic(
            "fence-open",
            "this fence is never closed: its mark is passed over",
            source.place(line),
            help="close it with the same marks, or remove it",
            severity=Severity.WARNING,
        )
    for number, written in enumerate(text.split("\n"), start=1):
        if "<!--" in written:
            yield source.diagnostic(
                "comment-open",
                "this comment is never closed: what stands after its mark is read as text",
                source.place(number, written.index("<!--") + 1, 4),
                help="close it with -->, or remove it",
                severity=Severity.WARNING,
            )


def warn_of_only_posting(source: Source, outlined: Outlined, but: str) -> Diagnostic:
    """Return the warning that text under no known heading is taken for the job description, with
    what is not in words (" but your remarks") or "".
    """
    has_notes = bool(outlined.opened & NOTES)
    missing = "no job description" if has_notes else "no notes and no job description"
    begin, heading = ("it", "Job Description") if has_notes else ("your own notes", "Notes")
    found = (
        f"{missing} in this file: what no known heading claims{but}"
        if outlined.opened
        else f"no known heading in this file: all of it{but}"
    )
    return source.diagnostic(
        "job-without-headings",
        f"{found} is taken for the job description",
        source.place(first_unclaimed(outlined).line if outlined.opened else 1),
        help=f"begin {begin} with a heading such as “## {heading}”",
        severity=Severity.WARNING,
    )


def report_empty(source: Source) -> Diagnostic:
    """Return the error for a job file that is empty."""
    return source.diagnostic(
        "job-empty",
        "this job file is empty",
        source.place(1),
        help="write the company, the position and your notes, or paste the posting",
    )


def report_too_long(source: Source, text: str) -> tuple[Diagnostic, ...]:
    """Return the error for a text longer than ``LONGEST_TEXT``, () for any other.

    Matching a longer text would take minutes.
    """
    length = len(_UNCOUNTED.sub("", text))
    if length <= LONGEST_TEXT:
        return ()
    found = source.diagnostic(
        "job-too-long",
        f"this job file has {length:,} characters, and lapel reads {LONGEST_TEXT:,}",
        source.place(1),
        help="keep what tells of this opening, or put the rest between <!-- and -->",
    )
    return (found,)


def report_no_mapping(source: Source, node: Node | None) -> Diagnostic:
    """Return the error for a file whose YAML is no mapping of fields."""
    if node is not None and is_null(node):
        return report_empty(source)
    if isinstance(node, Sequence):
        return source.diagnostic(
            "job-shape",
            f"this file lists {len(node.items)} things; a job file is about one opening",
            node.place,
            help="give each opening a job file of its own, with keys such as `company:`",
        )
    return source.diagnostic(
        "job-shape",
        "this is not a job file: expected keys such as `company:` and `notes:`",
        node.place if node else source.place(1),
        help="begin each field with its key, as in `company: Etsy`",
    )
