"""What one run reads (job file, profile, theme and their files), and matching on top of it."""

import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from lapel import VERSION
from lapel.document.characters import characters_of
from lapel.document.tree import Photo
from lapel.document.wordings import FixedWordings, fix_wordings
from lapel.job.model import Job
from lapel.job.reading import read_job
from lapel.job.unnamed import unnamed_fields
from lapel.ledger.model import Ledger
from lapel.ledger.serialising import LEDGER_JSON, ledger_from_json
from lapel.letter.file.folder import LetterFiles, read_letter_files
from lapel.letter.frame import FRAME_FILE, Frame, load_frame
from lapel.locale.words import Words, load_words
from lapel.matching.asked.noted import noted_looks
from lapel.matching.engine import match_requirements
from lapel.matching.lexicon import Lexicon
from lapel.matching.lexicon_files import load_lexicon
from lapel.matching.model import Matches
from lapel.matching.places.placing import hints_by_name
from lapel.matching.places.references import check_references
from lapel.matching.remembering import Memory
from lapel.options import Options, Request, language_of, nothing_to_combine, settle_options
from lapel.profile.model import Profile, Text
from lapel.profile.privacy import contact_mentions, for_public, without_personal
from lapel.profile.reading import read_profile
from lapel.source.diagnostics import Diagnostic, Outcome, Severity
from lapel.store.folders import job_folder
from lapel.store.manifest import digest_of
from lapel.store.outputs import read_output
from lapel.theme.model import Theme
from lapel.theme.reading import read_theme
from lapel.theme.scripts import letters_beyond_latin_1, theme_for
from lapel.workspace import (
    DEFAULT_THEME,
    NO_PROFILE,
    Workspace,
    choose_profile,
    find_theme,
    find_workspace_of,
    list_themes,
)

LEXICON_FILE = "lexicon.yaml"
SHORT_NAME = 20
"""A name of up to this many characters fits any header."""


class Inputs(Struct, frozen=True):
    """Everything one run reads, checked. ``frame`` are the letter's own sentences, or the problems
    of the workspace's; ``reference`` is the Word file whose style the DOCX gets; ``has_personal``
    says that the profile's file has a photo, a birth date or a nationality, printed or not.
    """

    job_name: str
    profile_name: str
    job: Job
    profile: Profile
    theme: Theme
    words: Words
    lexicon: Lexicon
    lexicon_digest: str
    fixed: FixedWordings
    options: Options
    folder: Path
    letter_files: LetterFiles
    frame: Outcome[Frame]
    reference: bytes | None
    photo: Photo | None
    has_personal: bool

    def digests(self) -> dict[str, str]:
        """Return what the manifest compares: the digest of each input, and of the options."""
        options = json.dumps(
            [
                VERSION,
                self.options.pages,
                self.options.grows,
                self.options.paper,
                self.words.language,
                self.options.personal,
                self.options.public,
                self.options.letter_words,
                str(self.options.letter_date or ""),
                self.frame.value.digest if self.frame.value else "",
                digest_of(self.reference) if self.reference else "",
            ]
        )
        return {
            "job": self.job.digest,
            "profile": self.profile.digest,
            "letter": self.letter_files.digest,
            "theme": self.theme.digest,
            "lexicon": self.lexicon_digest,
            "photo": digest_of(self.photo.data) if self.photo else "",
            "options": sha256(options.encode()).hexdigest(),
        }


def read_here(job_path: Path, request: Request, folder: Path) -> Outcome[Inputs]:
    """Read as ``read_inputs`` does, in the job file's own workspace, else that of ``folder``."""
    workspace = find_workspace_of(job_path, folder)
    if workspace.value is None:
        return Outcome(None, workspace.diagnostics)
    read = read_inputs(job_path, request, workspace.value)
    return Outcome(read.value, (*workspace.diagnostics, *read.diagnostics))


def _without_hints(problems: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Return a profile's problems without the hints, which `lapel check` tells once rather than
    every job again.
    """
    return (problem for problem in problems if problem.severity is not Severity.HINT)


def read_inputs(job_path: Path, request: Request, workspace: Workspace) -> Outcome[Inputs]:
    """Read the job file and all that it needs; every problem of every file is reported."""
    return settle_inputs(read_job(job_path), job_path, request, workspace)


def settle_inputs(
    read: Outcome[Job], job_path: Path, request: Request, workspace: Workspace
) -> Outcome[Inputs]:
    """Read everything a job needs from its files; the job itself was ``read`` before."""
    files = _read_files(read, job_path, request, workspace)
    found = files.value
    if found is None:
        return Outcome(None, files.diagnostics)
    problems = list(files.diagnostics)
    job = hints_by_name(found.job, found.profile, found.lexicon)
    options = settle_options(job, found.profile, request, workspace)
    problems += nothing_to_combine(options)
    shown = _hide_personal(found.profile, options)
    profile = shown.value
    assert profile is not None
    words = load_words(found.language or profile.language)
    fixed = fix_wordings(profile, job.settings)
    problems += [*shown.diagnostics, *words.diagnostics, *fixed.diagnostics]
    problems += [*unnamed_fields(job, job_path), *check_references(job, profile)]
    assert words.value is not None
    assert fixed.value is not None
    script, written = words.value.script, characters_of(profile, job, words.value)
    theme = theme_for(_choose_full_family(found.theme, written), script, written)
    theme = theme.with_marks(words.value.marks)
    theme = theme.with_letter_ends(words.value.letter.at_end)
    pictured = _read_photo(profile, words.value, theme, options)
    problems += pictured.diagnostics
    if pictured.value is None:
        return Outcome(None, tuple(problems))
    theme, photo = pictured.value
    theme = _fit_name_on_line(theme, profile.basics.name, options.paper)
    names = _find_naming_workspace(job_path, request, workspace)
    job_name = names.name_of(job_path)
    basics = found.profile.basics
    inputs = Inputs(
        job_name=job_name,
        profile_name=names.name_of(found.profile_path),
        job=job,
        profile=profile,
        theme=theme,
        words=words.value.with_titles(found.theme.titles),
        lexicon=found.lexicon,
        lexicon_digest=digest_of(found.lexicon_file.read_bytes()) if found.lexicon_file else "",
        fixed=fixed.value,
        options=options,
        folder=job_folder(request.output or workspace.output, job_path, job_name),
        letter_files=read_letter_files(job_path, words.value.letter),
        frame=load_frame(_keep_if_file(workspace.templates / FRAME_FILE)),
        reference=request.reference.read_bytes() if request.reference else None,
        photo=photo,
        has_personal=any((basics.image, basics.birth_date, basics.nationality)),
    )
    return Outcome(inputs, tuple(problems))


def _find_naming_workspace(job_path: Path, request: Request, workspace: Workspace) -> Workspace:
    """Return the workspace by which the manifest names files: the one that holds the output. So
    jobs of several workspaces, written into one folder, stay apart, and `lapel check` finds them
    from there.
    """
    if request.output is None:
        return workspace
    return find_workspace_of(request.output / job_path.stem, Path()).value or workspace


class _Files(Struct, frozen=True):
    """What was read of a job's files before anything is settled. ``language`` is the one asked for;
    ``lexicon_file`` is the workspace's own.
    """

    job: Job
    profile: Profile
    profile_path: Path
    theme: Theme
    lexicon: Lexicon
    lexicon_file: Path | None
    language: str | None


def _read_files(
    read: Outcome[Job], job_path: Path, request: Request, workspace: Workspace
) -> Outcome[_Files]:
    """Read the profile, theme and lexicon of a job, each to the end even if another is wrong."""
    job = read.value
    chosen = choose_profile(
        workspace, job_path, asked=request.profile, in_job=job.settings.profile if job else None
    )
    problems = [*read.diagnostics, *chosen.diagnostics]
    if job is None or job.settings.unread:  # a job file that cannot be read may name one
        problems = [problem for problem in problems if problem.code != NO_PROFILE]
    language = language_of(job, request, workspace)
    profile: Outcome[Profile] = (
        read_profile(chosen.value, language) if chosen.value else Outcome(None)
    )
    lexicon_file = _keep_if_file(workspace.root / LEXICON_FILE)
    lexicon = load_lexicon(lexicon_file)
    theme = _read_theme(job, request, workspace)
    problems += [*_without_hints(profile.diagnostics), *lexicon.diagnostics, *theme.diagnostics]
    if job is None or profile.value is None or theme.value is None or lexicon.value is None:
        return Outcome(None, tuple(problems))
    assert chosen.value is not None
    found = _Files(
        job, profile.value, chosen.value, theme.value, lexicon.value, lexicon_file, language
    )
    return Outcome(found, tuple(problems))


def _keep_if_file(file: Path) -> Path | None:
    return file if file.is_file() else None


def _hide_personal(profile: Profile, options: Options) -> Outcome[Profile]:
    """Return the profile with only the personal details that the documents are to print."""
    if options.public:
        return Outcome(for_public(profile), tuple(contact_mentions(profile)))
    return Outcome(profile if options.personal else without_personal(profile))


def match(inputs: Inputs, memory: Memory) -> Matches:
    """Match the profile to what the job asks for; ``memory`` has what was found before."""
    return match_requirements(inputs.job, inputs.profile, inputs.lexicon, memory)


def read_ledger(inputs: Inputs) -> Ledger | None:
    """Return the ledger of the last run if it had today's inputs and options, else None."""
    content = read_output(inputs.folder, LEDGER_JSON, inputs=inputs.digests(), job=inputs.job_name)
    return ledger_from_json(content.decode()) if content is not None else None


def _read_photo(
    profile: Profile, words: Words, theme: Theme, options: Options
) -> Outcome[tuple[Theme, Photo | None]]:
    """Return the theme with room for the photo, and the photo of the profile cut to its shape."""
    image = profile.basics.image
    if image is None:
        return Outcome((theme, None))
    from lapel.rendering.photos import NoPhotoError, cut_portrait, fit_photo  # noqa: PLC0415 - seldom

    pictured = fit_photo(theme, options.paper)
    alt = words.personal.photo.format(name=profile.basics.name.plain)
    try:
        data = cut_portrait(
            (image.place.path.parent / image.markdown).read_bytes(), pictured.portrait
        )
    except OSError:
        message = f"there is no picture {image.markdown} beside the profile"
    except NoPhotoError:
        message = f"{image.markdown} is not a picture that can be read"
    else:
        return Outcome((pictured, Photo(data, alt)))
    help = "name a JPEG or PNG file, by its path from the profile's folder"
    return Outcome(None, (Diagnostic("no-photo", Severity.ERROR, message, image.place, help=help),))


def _choose_full_family(theme: Theme, written: frozenset[str]) -> Theme:
    """Return the theme in a family with all letters; what every family has is not looked up."""
    letters = letters_beyond_latin_1(written)
    if not letters:
        return theme
    from lapel.rendering.letters import choose_full_font  # noqa: PLC0415 - seldom

    return choose_full_font(theme, letters)


def _fit_name_on_line(theme: Theme, name: Text, paper: str) -> Theme:
    """Return the theme with the name on one line; only a long name is measured."""
    if len(name.plain) <= SHORT_NAME:
        return theme
    from lapel.rendering.names import fit_name  # noqa: PLC0415 - seldom

    return fit_name(theme, name.runs, paper)


def _read_theme(job: Job | None, request: Request, workspace: Workspace) -> Outcome[Theme]:
    noted = noted_looks(job).get("theme") if job else None
    if noted and noted.text not in (folder.name for folder in list_themes(workspace)):
        noted = None  # "a growth theme" is a note on something else
    in_job = (job.settings.theme if job else None) or noted
    field = in_job or workspace.settings.theme
    name = request.theme or (field.text if field else DEFAULT_THEME)
    place = field.place if field and not request.theme else None
    folder = find_theme(workspace, name, place)
    return read_theme(folder.value) if folder.value else Outcome(None, folder.diagnostics)
