"""The checks of `lapel check` for each path, by the kind of file."""

import os
from collections.abc import Iterator
from functools import partial
from itertools import chain
from pathlib import Path

from lapel.checks.letters.letter import Terms, check_letter
from lapel.checks.produced.folder import READERS, check_folder, check_one
from lapel.checks.produced.model import ReadFile
from lapel.cli.console import cache_folder
from lapel.document.tree import Block, Document
from lapel.inputs import LEXICON_FILE, Inputs, match, read_inputs
from lapel.job.reading import read_job
from lapel.matching.lexicon_files import load_lexicon
from lapel.matching.remembering import Memory
from lapel.options import Request
from lapel.problems import as_outcome
from lapel.profile.reading import read_profile
from lapel.rendering.fonts import missing_fonts
from lapel.rendering.setting import setting_of
from lapel.source.diagnostics import Diagnostic, Outcome
from lapel.source.kinds import JOB_FILES, MARKDOWN, Kind, kind_of
from lapel.source.reading import read_source
from lapel.source.structured import parse_structured
from lapel.text.inline import Run
from lapel.theme.model import THEME_FILE, BlockKind, Theme
from lapel.theme.reading import read_theme
from lapel.workspace import SETTINGS_FILE, Workspace, find_workspace

LETTERS = "letters"


def check_path(path: Path, workspace: Workspace, seen: list[ReadFile]) -> Iterator[Diagnostic]:
    """Yield the problems of one file or folder; the produced files read back are added to
    ``seen``.
    """
    produced = path.is_file() and path.suffix.lower() in READERS
    if produced or (path.is_dir() and not (path / THEME_FILE).is_file()):
        read = check_one(path) if produced else check_folder(path, workspace.root)
        seen += read.files
        yield from read.diagnostics
    else:
        yield from _check_source(path / THEME_FILE if path.is_dir() else path, workspace)


def _check_source(file: Path, workspace: Workspace) -> Iterator[Diagnostic]:
    if file.name == SETTINGS_FILE:
        yield from find_workspace(file.parent).diagnostics
    elif file.name == THEME_FILE:
        yield from _check_theme(file.parent)
    elif file.name == LEXICON_FILE:
        yield from load_lexicon(file).diagnostics
    elif job := _find_job_of_letter(file):
        inputs = read_inputs(job, Request(), workspace)
        if inputs.value is None:
            yield from inputs.diagnostics
        else:
            yield from _check_letter(inputs.value, workspace)
    elif _is_job(file, workspace):
        yield from _check_job(file, workspace)
    else:
        yield from read_profile(file).diagnostics


def _check_theme(folder: Path) -> Iterator[Diagnostic]:
    """Check what a theme says, its fonts, and its templates and stylesheet by a page of each
    document.
    """
    theme = read_theme(folder)
    lacking = tuple(missing_fonts(theme.value)) if theme.value else ()
    yield from (*theme.diagnostics, *lacking)
    if theme.value and not lacking:
        layouts = (theme.value, theme.value.for_letter())
        drawn = (as_outcome(partial(_draw_a_name, layout)).diagnostics for layout in layouts)
        yield from dict.fromkeys(chain.from_iterable(drawn))  # both have the one stylesheet


def _draw_a_name(theme: Theme) -> Outcome[bytes]:
    """Draw a page with a name on it."""
    from lapel.rendering.pdf.document import render_pdf  # noqa: PLC0415 - of themes alone

    setting = setting_of(theme, theme.papers[0].name, theme.steps[0].name)
    name = Block("name", BlockKind.NAME, (Run("Ada"),))
    document = Document("Ada", "Ada", "en", (name,), ())
    return Outcome(render_pdf(document, setting, 0, cache_folder()).data)


def _check_job(file: Path, workspace: Workspace) -> Iterator[Diagnostic]:
    """Check the job file against its profile, or alone where there is none; and its letter, if
    any.
    """
    read = read_inputs(file, Request(), workspace)
    if read.value is None:
        alone = read_job(file).diagnostics
        yield from alone
        yield from (d for d in read.diagnostics if d not in alone)
        return
    yield from read.diagnostics
    yield from match(read.value, Memory.in_folder(cache_folder())).diagnostics
    yield from _check_letter(read.value, workspace)


def _check_letter(inputs: Inputs, workspace: Workspace) -> Iterator[Diagnostic]:
    """Check the job's letter in its file; yield nothing where there is none yet."""
    files = inputs.letter_files
    letter = files.letter()
    if letter is None:
        return
    yield from letter.diagnostics
    if letter.value is None or files.text is None or files.text.value is None:
        return
    terms = Terms(
        inputs.profile,
        inputs.job,
        inputs.lexicon,
        inputs.words.language,
        inputs.options.letter_words,
        tuple(_find_other_companies(files.path, workspace)),
    )
    yield from check_letter(letter.value, files.text.value, terms)


def _find_other_companies(letter: Path, workspace: Workspace) -> Iterator[str]:
    """Yield the companies of the job files beside this letter's and in the workspace."""
    folders = dict.fromkeys(map(os.path.realpath, (letter.parent.parent, workspace.jobs)))
    for folder in map(Path, folders):
        for path in sorted(folder.iterdir()) if folder.is_dir() else ():
            if path.suffix.lower() in JOB_FILES and path.stem != letter.stem:
                job = read_job(path).value
                if job is not None and job.company:
                    yield job.company.text


def _find_job_of_letter(file: Path) -> Path | None:
    """Return the job file that a file in `letters/` belongs to."""
    if file.parent.name != LETTERS or file.suffix.lower() not in MARKDOWN:
        return None
    jobs = (file.parent.parent / f"{file.stem}{suffix}" for suffix in JOB_FILES)
    return next((job for job in jobs if job.is_file()), None)


def _is_job(file: Path, workspace: Workspace) -> bool:
    """Tell whether a file is a job file: all Markdown is; else the folder tells, and elsewhere the
    keys.
    """
    if file.suffix.lower() in MARKDOWN:
        return True
    folder, jobs, profiles = map(
        os.path.realpath, (file.parent, workspace.jobs, workspace.profiles)
    )
    if folder in (jobs, profiles):
        return folder == jobs
    source = read_source(file).value
    return source is not None and kind_of(parse_structured(source)[0], source.text) is Kind.JOB
