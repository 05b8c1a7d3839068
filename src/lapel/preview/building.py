"""One job built for the screen: read, matched, fitted, accounted for, and written as PDF.

The DOCX and the ledger's page are made when somebody asks for them.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from lapel.files import begin_pdf
from lapel.inputs import Inputs, match, read_here
from lapel.job.model import Job, Settings
from lapel.ledger.model import Ledger
from lapel.lettering import PlacedLetter, make_letter
from lapel.matching.model import Matches
from lapel.matching.remembering import Memory
from lapel.options import Request
from lapel.preview.foreseeing import foresee_profile, say_the_same, source_of
from lapel.preview.guessing import BegunPages, Finished, Made, guess_pages, pages_of
from lapel.problems import (
    as_outcome,
    compare_with_plan,
    fit_warnings,
    report_misfit,
    unwritable_name,
)
from lapel.rendering.engine import LayoutEngine, Press
from lapel.rendering.pdf.document import RenderedPdf
from lapel.rendering.ruler import Ruler
from lapel.rendering.setting import Setting
from lapel.selection.fitted import Fitted, Unfit
from lapel.source.diagnostics import Diagnostic, Outcome
from lapel.source.reading import MISSING_FILE
from lapel.source.source import Source
from lapel.store.manifest import digest_of
from lapel.tailor import account, fit
from lapel.theme.model import HIGHLIGHT_KINDS
from lapel.workspace import Workspace, find_workspace_of


class StaleError(Exception):
    """A newer change came during this build: nobody waits for it any more."""


class Shop(Struct, frozen=True):
    """What builds one job: its file, the options of the command line, the warm engine.

    ``root`` is the folder whose workspace holds for a job file outside any, ``cache`` a folder that
    may be deleted. ``memory`` has what was matched before, so that only what changed is asked.
    """

    job: Path
    request: Request
    engine: LayoutEngine
    cache: Path
    memory: Memory
    root: Path = Path()

    @property
    def workspace(self) -> Workspace:
        """The job's workspace as it is now; one that says nothing where its file is wrong."""
        return find_workspace_of(self.job, self.root).value or Workspace(self.root)

    @property
    def press(self) -> Press:
        """The engine and cache that lay the pages out."""
        return Press(self.engine, self.cache)


class BuiltLetter(Struct, frozen=True):
    """The newest letter that could be made, on its page and as PDF; ``problems`` are what prevents
    a newer one, or what is left to the person.
    """

    placed: PlacedLetter | None
    rendered: RenderedPdf | None
    problems: tuple[Diagnostic, ...]

    @property
    def pdf(self) -> bytes:
        """The letter's PDF, b"" where there is none."""
        return self.rendered.data if self.rendered is not None else b""


class Build(Struct, frozen=True):
    """A finished resume with its inputs and results; ``warnings`` are those a person reads.

    ``bullet_pt`` are the heights of all bullets at the step taken, on the page or not, by block id.
    ``source`` is the profile's file as it was read; ``letter`` that of the build before, until
    ``with_letter`` makes a new one.
    """

    inputs: Inputs
    matches: Matches
    fitted: Fitted
    ledger: Ledger
    rendered: RenderedPdf
    warnings: tuple[Diagnostic, ...]
    bullet_pt: Mapping[str, float]
    source: Source | None
    letter: BuiltLetter | None = None

    @property
    def pdf(self) -> bytes:
        """The resume's PDF."""
        return self.rendered.data

    @property
    def pages(self) -> BegunPages:
        """The resume's pages, which are written."""
        return BegunPages(self.inputs, self.fitted, Finished(self.rendered))


class Printed(Struct, frozen=True):
    """The resume's pages, written and checked against the plan: what a person waits for, before the
    account of them is made.
    """

    inputs: Inputs
    fitted: Fitted
    pdf: bytes


class Trial(Struct, frozen=True):
    """The job as an act would leave it, the resume fitted to it, and its pages, already begun: a
    person who looks at an act is likely to take it.
    """

    inputs: Inputs
    fitted: Fitted | Unfit
    pages: BegunPages | None

    def forget(self) -> None:
        """Throw the pages away: nobody takes the act any more."""
        if self.pages is not None:
            self.pages.pdf.forget()


def build(
    shop: Shop,
    before: Build | None,
    tried: Trial | None = None,
    is_stale: Callable[[Inputs], bool] = lambda _: False,
    show: Callable[[Printed], None] = lambda _: None,
    earlier: Sequence[Build] = (),
) -> Outcome[Build]:
    """Build the resume from the files as they are now. Return ``before`` itself where nothing
    changed, and one of the ``earlier`` builds where the files are again as they were then.

    Where the files are as they were ``tried``, what was fitted for that is used; either way the
    trial is used up. Raises StaleError between two stages where ``is_stale`` says so of what was
    read. ``show`` gets the pages as soon as they are there.
    """
    begun = [tried.pages] if tried is not None and tried.pages is not None else []
    try:
        return as_outcome(lambda: _build_pages(shop, before, tried, is_stale, show, earlier, begun))
    finally:
        for pages in begun:
            pages.pdf.forget()


def _reword_missing(problem: Diagnostic) -> Diagnostic:
    """Return a missing file's problem reworded for a file that was shown before: its path was no
    slip.
    """
    if problem.code != MISSING_FILE:
        return problem
    help = "put it back, or end this preview and begin one of another file"
    return replace(problem, message="this file is gone: it was here before", help=help)


def _build_pages(
    shop: Shop,
    before: Build | None,
    tried: Trial | None,
    is_stale: Callable[[Inputs], bool],
    show: Callable[[Printed], None],
    earlier: Sequence[Build],
    begun: list[BegunPages],
) -> Outcome[Build]:
    """Build as ``build`` does; ``begun`` are pages in the making, from which used ones are
    removed.
    """
    foreseen = _foresee_inputs(before) if before is not None and tried is None else None
    guess = _begin_guess(foreseen, before, shop, begun) if foreseen is not None else None
    read = read_here(shop.job, shop.request, shop.root)
    inputs = read.value
    if inputs is None or read.errors:
        return Outcome(
            None, tuple(map(_reword_missing, read.diagnostics)) if before else read.diagnostics
        )
    now = inputs.digests()
    earlier_digests = before.inputs.digests() if before is not None else {}
    if before is not None and now == earlier_digests:
        return Outcome(before, before.warnings)
    if before is not None and _keep_resume_digests(now) == _keep_resume_digests(earlier_digests):
        return Outcome(replace(before, inputs=inputs), before.warnings)
    if (again := next((b for b in earlier if b.inputs.digests() == now), None)) is not None:
        show(Printed(again.inputs, again.fitted, again.pdf))
        return Outcome(again, again.warnings)
    _raise_if_stale(is_stale, inputs)
    pages, matches = _find_tried_pages(now, tried), None
    if pages is None:
        if guess is None or not say_the_same(guess.inputs.profile, inputs.profile):
            guess = _begin_guess(inputs, before, shop, begun)
        matches = matches_for(inputs, before, shop.memory)
        _raise_if_stale(is_stale, inputs)
        fitted = fit(inputs, matches, shop.press)
        if isinstance(fitted, Unfit):
            return Outcome(None, (*read.diagnostics, report_misfit(fitted, inputs.job)))
        _raise_if_stale(is_stale, inputs)
        known = (guess, before.pages if before is not None else None)
        pages = pages_of(fitted, inputs, filter(None, known), shop.press)
    fitted = pages.fitted
    if unwritable := unwritable_name(fitted.draft, inputs):
        return Outcome(None, (*read.diagnostics, *unwritable))
    begun[:] = [others for others in begun if others.pdf is not pages.pdf]
    rendered = pages.pdf.wait()
    if broken := tuple(compare_with_plan(fitted.pages.placed, rendered.placed)):
        return Outcome(None, (*read.diagnostics, *broken))
    show(Printed(inputs, fitted, rendered.data))
    matches = matches or matches_for(inputs, before, shop.memory)
    problems = (
        *read.diagnostics,
        *matches.diagnostics,
        *fit_warnings(fitted, inputs, matches.orders),
    )
    letter = before.letter if before is not None else None
    ledger = account(inputs, matches, fitted, problems, letter.placed if letter else None)
    bullet_pt = _measure_bullets(fitted, inputs, shop)
    source = source_of(inputs.profile)
    made = Build(inputs, matches, fitted, ledger, rendered, problems, bullet_pt, source, letter)
    return Outcome(made, problems)


def _foresee_inputs(before: Build) -> Inputs | None:
    """Return the inputs that will be read, where they can be told without reading."""
    if before.source is None:
        return None
    profile = foresee_profile(before.inputs.profile, before.source)
    return replace(before.inputs, profile=profile) if profile is not None else None


def _begin_guess(
    inputs: Inputs, before: Build | None, shop: Shop, begun: list[BegunPages]
) -> BegunPages | None:
    """Return the pages of these inputs, begun as they will be if the choice of the build before
    stays.
    """
    if before is None or before.inputs.job.digest != inputs.job.digest:
        return None
    earlier = Made(before.inputs, before.matches, before.fitted)
    guess = guess_pages(inputs, earlier, shop.press)
    begun += [guess] if guess is not None else []
    return guess


def _keep_resume_digests(digests: Mapping[str, str]) -> dict[str, str]:
    """Return the digests of the resume's inputs: of all but the letter's file."""
    return {name: digest for name, digest in digests.items() if name != "letter"}


def _find_tried_pages(now: Mapping[str, str], tried: Trial | None) -> BegunPages | None:
    """Return the pages fitted for the files as they are, if an act was tried that made them so."""
    if tried is None or tried.pages is None:
        return None
    return tried.pages if tried.inputs.digests() == now else None


def with_letter(shop: Shop, build: Build) -> Build:
    """Return the build with the letter that belongs to it, and the account of both."""
    inputs, before = build.inputs, build.letter
    made = as_outcome(lambda: make_letter(inputs, build.matches, build.fitted, shop.press))
    placed, problems = made.value, list(made.diagnostics)
    rendered: RenderedPdf | None = None
    if placed is not None:
        if before and before.placed and before.placed.fitted == placed.fitted:
            rendered = before.rendered
        else:
            rendered = begin_pdf(placed.fitted, inputs, shop.press).wait()
            problems += compare_with_plan(placed.fitted.pages.placed, rendered.placed)
    warnings = (*build.warnings, *(p for p in problems if p not in build.warnings))
    ledger = account(inputs, build.matches, build.fitted, warnings, placed)
    if placed is None and before is not None:  # the last letter stays on show, beside the problem
        letter = replace(before, problems=tuple(problems))
    else:
        letter = BuiltLetter(placed, rendered, tuple(problems))
    return replace(build, ledger=ledger, letter=letter)


def _measure_bullets(fitted: Fitted, inputs: Inputs, shop: Shop) -> Mapping[str, float]:
    """Return the heights of all bullets; those never measured are laid out now, once."""
    bullets = [b for b in fitted.draft.blocks() if b.kind in HIGHLIGHT_KINDS]
    known = {b.id: fitted.heights.height_pt[b.id] for b in bullets if b.id in fitted.measured}
    unknown = tuple(block for block in bullets if block.id not in known)
    if not unknown:
        return known
    setting = Setting(inputs.theme, fitted.geometry, inputs.theme.step(fitted.step))
    return {**known, **Ruler(setting, shop.press).measured_pt(unknown)}


def matches_for(inputs: Inputs, before: Build | None, memory: Memory) -> Matches:
    """Return the matches; those of ``before`` where nothing that matching reads has changed."""
    if before is None:
        return match(inputs, memory)
    known = before.inputs
    same = _without_page_settings(inputs.job) == _without_page_settings(known.job) and (
        inputs.profile,
        inputs.lexicon,
    ) == (
        known.profile,
        known.lexicon,
    )
    return before.matches if same else match(inputs, memory)


def _without_page_settings(job: Job) -> Job:
    """Return the job without what concerns only the page."""
    return replace(job, digest="", settings=Settings(), covered=frozenset())


def changed_since(inputs: Inputs, job: Path) -> bool:
    """Tell whether a file that people edit differs from what was read."""
    known = {
        job: inputs.job.digest,
        inputs.profile.basics.name.place.path: inputs.profile.digest,
        inputs.letter_files.path: inputs.letter_files.digest,
    }
    return any(_digest_now(path) != digest for path, digest in known.items())


def _digest_now(path: Path) -> str:
    try:
        return digest_of(path.read_bytes())
    except OSError:
        return ""


def _raise_if_stale(is_stale: Callable[[Inputs], bool], inputs: Inputs) -> None:
    if is_stale(inputs):
        raise StaleError
