"""Telling a profile from a job file by its keys, so that one given for the other is named."""

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum
from string import ascii_lowercase

from lapel.source.diagnostics import Diagnostic
from lapel.source.nodes import Mapping, Node
from lapel.source.source import Source
from lapel.text.plurals import join_and
from lapel.text.regexes import regex

MARKDOWN = (".md", ".markdown", ".mdown", ".txt")
STRUCTURED = (".yaml", ".yml", ".json")
JOB_FILES = (*MARKDOWN, *STRUCTURED)

# A key is compared in lower case and without spaces, dashes and underscores.
PROFILE_KEYS = frozenset(
    {
        *("basics", "work", "volunteer", "education", "projects", "skills", "certificates"),
        *("awards", "publications", "languages", "interests", "references", "summaries"),
        *("sections", "cv", "resume", "name", "email", "phone", "experience", "employment"),
    }
)
JOB_KEYS = frozenset(
    {
        *("company", "companyname", "employer", "position", "jobtitle", "title", "role"),
        *("url", "joburl", "joblink", "status", "applicationdate", "dateapplied", "recipient"),
        *("description", "jobdescription", "posting", "companydetails", "notes"),
        *("applicationnotes", "connection", "personalconnection", "hiringmanager", "tailoring"),
    }
)

_TOP_KEY = r"^[\"']?([A-Za-z][\w -]*?)[\"']?\s*:(?:\s|$)"


_HEADING = r"^#+\s+(.+?)\W*$"
MOST_KEYS_NAMED = 6
_TABLES = (".csv", ".tsv")
_ONLY_A_PATH = regex(r"[\w./\\ -]+\.(?:ya?ml|json)")
"""A link between files, where it was copied as a text."""
WRITE_A_PROFILE = (
    "write what it says under `basics:`, `work:`, `education:` and `skills:` of a .yaml file; "
    "`lapel init` makes one to copy"
)


class Kind(StrEnum):
    """The kinds of file."""

    PROFILE = "profile"
    JOB = "job"


def kind_of(node: Node | None, text: str) -> Kind | None:
    """Return the kind of a file by the keys of its document, or by its lines if it cannot be read.

    None where its keys tell neither.
    """
    if isinstance(node, Mapping):
        return _guess_kind(key.text for key, _ in node.entries)
    return _guess_kind(re.findall(_TOP_KEY, text, re.MULTILINE)) if node is None else None


def _guess_kind(keys: Iterable[str]) -> Kind | None:
    names = {"".join(filter(ascii_lowercase.__contains__, key.casefold())) for key in keys}
    of_profile, of_job = len(names & PROFILE_KEYS), len(names & JOB_KEYS)
    if of_job > of_profile:
        return Kind.JOB
    is_profile = of_profile > of_job and (of_profile > 1 or "basics" in names)
    return Kind.PROFILE if is_profile else None


def taken_for_a_job(source: Source) -> Diagnostic:
    """Return the error for a profile where a job file is expected."""
    message = "this is a profile, not a job file"
    help = "name the job file here, and the profile with --profile"
    return source.diagnostic("not-a-job", message, source.place(1), help=help)


def taken_for_a_profile(source: Source, kind: Kind | None) -> Diagnostic:
    """Return the error for a job file, or any other text, where a profile is expected."""
    headings = re.findall(_HEADING, source.text, re.MULTILINE)
    if kind is Kind.JOB or _guess_kind(headings) is Kind.JOB:
        message = "this is a job file, not a profile"
        help = "name the profile here: a file in YAML or JSON with `basics:` and `work:`"
    else:
        text = source.text.strip()
        found, help = "plain text", WRITE_A_PROFILE
        if source.path.suffix.lower() in _TABLES:
            found = "a table"
        elif _ONLY_A_PATH.fullmatch(text):
            found, help = f"nothing but the name of another file, `{text}`", "name that one instead"
        message = f"this is {found}, expected a profile in YAML or JSON"
    return source.diagnostic("not-a-profile", message, source.place(1), help=help)


def empty_profile(source: Source) -> Diagnostic:
    """Return the error for an empty file."""
    message = "this profile is empty"
    return source.diagnostic("profile-empty", message, source.place(1), help=WRITE_A_PROFILE)


def no_profile(source: Source, keys: Sequence[str]) -> Diagnostic:
    """Return the error for a file with these keys, none of which a profile has."""
    named = [f"`{key}`" for key in keys[:MOST_KEYS_NAMED]]
    found = join_and([*named, *(["others"] if keys[MOST_KEYS_NAMED:] else [])])
    message = f"this is not a profile: expected keys such as `basics` and `work`, found {found}"
    return source.diagnostic("not-a-profile", message, source.place(1), help=WRITE_A_PROFILE)
