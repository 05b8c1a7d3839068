"""The forms of highlights that the job file fixes: an author's wording, which its front matter or
a note asks for, or a text in the job file.
"""

from collections.abc import Mapping
from hashlib import sha256

from lapel.job.model import ChosenWording, Settings
from lapel.profile.model import Highlight, Profile
from lapel.source.diagnostics import Diagnostic, Outcome, Severity
from lapel.text.plurals import join_and
from lapel.text.spelling import find_nearest

JOB_TEXT = "job-file"
OWN_TEXT = "text"
"""The job file's name for a bullet's text itself, where none of its wordings is called so."""
DIGEST_LENGTH = 12
FixedWordings = Mapping[str, tuple[str, str]]
"""The only form the job file allows for a highlight, by its id: a name and its text."""


def text_digest(markdown: str) -> str:
    """Return the digest that ``of:`` holds beside a text of the job file: of the words it
    replaced.
    """
    return sha256(markdown.encode()).hexdigest()[:DIGEST_LENGTH]


def fix_wordings(profile: Profile, settings: Settings) -> Outcome[FixedWordings]:
    """Return each highlight whose form is fixed, with the form's name and text.

    Warnings name a wording that the highlight does not have, which is ignored, and a text whose
    original has changed since it was written, which is still used.
    """
    highlights = {h.id: h for entry in profile.entries for h in entry.highlights}
    fixed: dict[str, tuple[str, str]] = {}
    diagnostics: list[Diagnostic] = []
    for choice in settings.wording:
        highlight = highlights.get(choice.highlight.id)
        if highlight is None:
            continue  # matching reports ids that name nothing, with the nearest one
        if choice.text:
            fixed[highlight.id] = (JOB_TEXT, choice.text)
            if choice.of and choice.of != text_digest(highlight.text.markdown):
                diagnostics.append(_report_stale(choice, highlight))
            continue
        names = {wording.name: wording.text.markdown for wording in highlight.wordings}
        if choice.name in names:
            fixed[highlight.id] = (choice.name, names[choice.name])
        elif choice.name == OWN_TEXT:
            fixed[highlight.id] = ("", highlight.text.markdown)
        else:
            diagnostics.append(_report_unknown(choice, list(names)))
    return Outcome(fixed, tuple(diagnostics))


def noted_wordings(
    profile: Profile, wordings: Mapping[str, str], fixed: FixedWordings
) -> FixedWordings:
    """Return the fixed forms with those that notes ask for; the front matter's win."""
    texts = {
        highlight.id: (wording.name, wording.text.markdown)
        for entry in profile.entries
        for highlight in entry.highlights
        for wording in highlight.wordings
        if wordings.get(highlight.id) == wording.name
    }
    return {**texts, **fixed}


def _report_stale(choice: ChosenWording, highlight: Highlight) -> Diagnostic:
    message = f"the profile's “{highlight.id}” changed since this wording of it was written"
    help = f"read both, then set `of: {text_digest(highlight.text.markdown)}`"
    return Diagnostic("stale-wording", Severity.WARNING, message, choice.highlight.place, help=help)


def _report_unknown(choice: ChosenWording, names: list[str]) -> Diagnostic:
    near = find_nearest(choice.name, names)
    known = f"its wordings are {join_and(names)}" if names else "it has no wordings"
    message = f"“{choice.highlight.id}” has no wording “{choice.name}”"
    help = f"did you mean “{near}”? {known}" if near else known
    return Diagnostic(
        "unknown-wording", Severity.WARNING, message, choice.highlight.place, help=help
    )
