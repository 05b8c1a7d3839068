"""The letter's pipeline: from the inputs to its final text, and to its page.

inputs ─▶ draft ─▶ the person's edits, where there are any ─▶ measure and fit ─▶ render
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from lapel.document.tree import Block, Document, Section
from lapel.fitting.model import lines_over
from lapel.fitting.whole import FittedWhole, TooLong, fit_whole
from lapel.inputs import Inputs
from lapel.ledger.letter import StandingLetter
from lapel.letter.deeds.search import Deeds
from lapel.letter.document import letter_document
from lapel.letter.file.writing import letter_of, letter_text
from lapel.letter.model import (
    BODY,
    FEWEST_WORDS,
    Letter,
    LetterDraft,
    LetterPart,
    Part,
    SourceKind,
)
from lapel.letter.tracing import place_of, trace_sources, with_date
from lapel.locale.words import primary_language
from lapel.matching.engine import Indexed
from lapel.matching.model import Matches
from lapel.matching.places.references import resolve_references
from lapel.problems import warn_of_no_glyphs
from lapel.rendering.engine import Press
from lapel.rendering.setting import setting_of
from lapel.selection.fitted import Fitted
from lapel.source.diagnostics import Diagnostic, Outcome, Place, Severity
from lapel.text.inline import parse_inline, plain_text
from lapel.text.plurals import count
from lapel.text.words import shorten_text
from lapel.theme.model import BlockKind

if TYPE_CHECKING:
    from lapel.rendering.ruler import Ruler


class WrittenLetter(Struct, frozen=True):
    """A letter's text, with the person's edits.

    ``fresh`` is what would be drafted today. ``file`` is where the text was read from, None where
    it is the fresh draft. ``edited`` says that the person changed it, ``outdated`` that today's
    draft differs from the draft it was made from.
    """

    letter: Letter
    fresh: Letter
    file: Path | None
    edited: bool
    outdated: bool


def draft(inputs: Inputs, matches: Matches, fitted: Fitted | None) -> Outcome[LetterDraft]:
    """Draft a letter from the profile and job. ``fitted`` is the resume it goes with, where one
    could be made.
    """
    from lapel.letter.drafting import draft_letter  # noqa: PLC0415 - a resume needs no word lists

    frame = inputs.frame.value
    if frame is None:
        return Outcome(None, inputs.frame.diagnostics)
    job, profile = inputs.job, inputs.profile
    index: Indexed = matches.index
    deeds = Deeds(
        profile=profile,
        candidates=index.candidates,
        engine=index.engine,
        lexicon=inputs.lexicon,
        matches=matches,
        on_page=_find_shown_highlights(fitted),
        dropped=resolve_references(job.settings.drop, profile),
    )
    options = inputs.options
    drafted = draft_letter(
        job, deeds, frame, inputs.words, options.letter_date, options.letter_words
    )
    index.keep()
    return Outcome(drafted, inputs.frame.diagnostics)


def current_letter(
    inputs: Inputs, matches: Matches, fitted: Fitted | None
) -> Outcome[WrittenLetter]:
    """Return the letter to send: the person's file, else a fresh draft, made as ``draft`` does."""
    drafted = draft(inputs, matches, fitted)
    if drafted.value is None:
        return Outcome(None, drafted.diagnostics)
    fresh = letter_of(drafted.value)
    files = inputs.letter_files
    standing = files.letter()
    if standing is None:
        return Outcome(WrittenLetter(fresh, fresh, None, False, False), drafted.diagnostics)
    problems = (*drafted.diagnostics, *standing.diagnostics)
    if standing.value is None:
        return Outcome(None, problems)
    letter = standing.value
    if base := files.base_letter():  # the ids of notes may have moved since
        letter = trace_sources(letter, Letter((*base.parts, *fresh.parts)))
    if inputs.options.date_is_asked:
        letter = with_date(letter, fresh)
    outdated = files.base is not None and files.base.text != letter_text(fresh)
    written = WrittenLetter(letter, fresh, files.path, files.is_edited, outdated)
    return Outcome(written, problems)


def measure_letter(letter: Letter, inputs: Inputs, press: Press) -> None:
    """Let the engine measure the letter, at the step tried first, before ``fit_letter`` asks."""
    first, *_ = _make_rulers(inputs, press).values()
    if ahead := first.measure_ahead(tuple(_make_document(letter, inputs).blocks())):
        ahead.forget()


def fit_letter(letter: Letter, inputs: Inputs, press: Press) -> Outcome[FittedWhole]:
    """Place the letter on its page, at the first step of the theme that holds it."""
    theme = inputs.theme.for_letter()
    fitted = fit_whole(_make_document(letter, inputs), theme, _make_rulers(inputs, press))
    if isinstance(fitted, FittedWhole):
        return Outcome(fitted)
    leading_pt = theme.styles[BlockKind.LETTER_PARAGRAPH].leading_pt * theme.steps[-1].size_factor
    return Outcome(None, (_report_too_long(fitted, leading_pt, letter, inputs),))


class PlacedLetter(Struct, frozen=True):
    """The letter to send, on its page."""

    written: WrittenLetter
    fitted: FittedWhole


def make_letter(
    inputs: Inputs, matches: Matches, fitted: Fitted, press: Press
) -> Outcome[PlacedLetter]:
    """Make the letter that goes with a resume, placed but not rendered; no value where none is
    asked for. Fails where the person's text cannot be read or is too long.
    """
    return place_letter(letter_asked_for(inputs, matches, fitted), inputs, press)


def letter_asked_for(inputs: Inputs, matches: Matches, fitted: Fitted) -> Outcome[WrittenLetter]:
    """Write the letter's text to go with a resume; no value where no letter is asked for."""
    if "letter" not in inputs.options.documents:
        return Outcome(None)
    return current_letter(inputs, matches, fitted)


def place_letter(
    text: Outcome[WrittenLetter], inputs: Inputs, press: Press
) -> Outcome[PlacedLetter]:
    """Place the letter whose text was written on its page, without rendering it."""
    if text.value is None:
        return Outcome(None, text.diagnostics)
    placed = fit_letter(text.value.letter, inputs, press)
    problems = [*text.diagnostics, *placed.diagnostics, *letter_warnings(text.value, inputs)]
    if placed.value is None:
        return Outcome(None, tuple(problems))
    place = Place(text.value.file, 1) if text.value.file else inputs.profile.basics.name.place
    said = _make_said_document(text.value.letter, placed.value)
    problems += warn_of_no_glyphs(said, placed.value.theme, inputs, place)
    return Outcome(PlacedLetter(text.value, placed.value), tuple(problems))


def require_sendable(placed: Outcome[PlacedLetter], inputs: Inputs) -> Outcome[PlacedLetter]:
    """Return the letter, unless nothing in it could be sent to anybody."""
    empty = says_nothing(placed.value.written, inputs) if placed.value else None
    return Outcome(None, (*placed.diagnostics, empty)) if empty else placed


def _make_document(letter: Letter, inputs: Inputs) -> Document:
    theme = inputs.theme.for_letter()
    return letter_document(letter, inputs.profile.basics, inputs.words, theme)


def _make_rulers(inputs: Inputs, press: Press) -> Mapping[str, "Ruler"]:
    """Return the rulers for each step of the letter's theme, by name, in the order they are
    tried.
    """
    from lapel.rendering.ruler import Ruler  # noqa: PLC0415 - drafting needs none

    theme, paper = inputs.theme.for_letter(), inputs.options.paper
    return {step.name: Ruler(setting_of(theme, paper, step.name), press) for step in theme.steps}


def letter_warnings(written: WrittenLetter, inputs: Inputs) -> Iterator[Diagnostic]:
    """Warn of every to-do that the letter leaves to the person, at the line of its note."""
    for part in written.letter.of(Part.TODO):
        sources = [source for piece in part.pieces for source in piece.sources]
        places = (place_of(source, inputs.job, inputs.profile) for source in sources)
        place = next((place for place in places if place), part.pieces[0].place)
        text = _strip_todo(part)
        help = f"say it in {inputs.letter_files.path}, which lapel letter writes"
        if written.file is not None:
            help = f"say it in {written.file}, or delete the to-do there"
        message = f"the letter leaves this to you: {text}"
        yield Diagnostic("letter-to-do", Severity.WARNING, message, place, help=help)


def says_nothing(written: WrittenLetter, inputs: Inputs) -> Diagnostic | None:
    """Return why a letter with no sentence between salutation and close is not sent, else None."""
    if written.letter.word_count():
        return None
    where = written.file or f"{inputs.letter_files.path}, which lapel letter writes"
    message = "the letter says nothing yet, so there is none"
    return Diagnostic("letter-empty", Severity.ERROR, message, help=f"write it in {where}")


def letter_hints(written: WrittenLetter, inputs: Inputs) -> tuple[str, ...]:
    """Return hints on how to make the letter better, a sentence each."""
    found = []
    letter = written.letter
    if next(letter.of(Part.DATE), None) is None:
        where = (
            "a line above its salutation"
            if written.file
            else "--date today, or an application date in the job file,"
        )
        found.append(f"it has no date: {where} adds one")
    words = letter.word_count()
    if words < FEWEST_WORDS:
        todo = next(map(_strip_todo, letter.of(Part.TODO)), "")
        longer = (
            f"do the to-do “{shorten_text(todo)}”" if todo else "add a letter point or a bullet"
        )
        found.append(f"it has {count('word', words)}; to make it longer, {longer}")
    if words > inputs.options.letter_words:
        found.append(f"it has {count('word', words)}, more than {inputs.options.letter_words}")
    if doubts := _count_doubts(written, inputs):
        what = f"{count('thing', doubts)} that neither your profile nor the job file has"
        found.append(f"it says {what}: lapel check {inputs.letter_files.path} shows where")
    if written.outdated:
        found.append(
            "a fresh draft would differ, since the job file, the profile or the resume's page "
            "changed: lapel letter shows how"
        )
    return tuple(found)


def _count_doubts(written: WrittenLetter, inputs: Inputs) -> int:
    """Count the claims without a source in a letter that the person edited, as `lapel check` sees
    them; 0 for languages other than English, which the check cannot read.
    """
    if not written.edited or primary_language(inputs.words.language) != "en":
        return 0
    # Only an edited letter needs them.
    from lapel.checks.letters.indexing import known_facts  # noqa: PLC0415
    from lapel.checks.letters.provenance import claims_of, head_words  # noqa: PLC0415
    from lapel.checks.letters.sentence import said_sentences  # noqa: PLC0415

    letter = written.letter
    facts, head = known_facts(inputs.profile, inputs.job, inputs.lexicon), head_words(letter)
    return sum(len(claims_of(said, facts, head)) for said in said_sentences(letter))


def _strip_todo(part: LetterPart) -> str:
    return plain_text(part.text).removeprefix("To do:").strip()


def _find_shown_highlights(fitted: Fitted | None) -> frozenset[str]:
    """Return the ids of the highlights on the resume."""
    if fitted is None:
        return frozenset()
    return frozenset(block.source for block in fitted.document.blocks() if block.source)


def _report_too_long(
    fitted: TooLong, leading_pt: float, letter: Letter, inputs: Inputs
) -> Diagnostic:
    lines = lines_over(fitted.over_pt, leading_pt)
    files = inputs.letter_files
    first = next((p for part in letter.parts for p in part.pieces if p.place), None)
    return Diagnostic(
        "letter-too-long",
        Severity.ERROR,
        f"the letter is {count('line', lines)} too long for one page, also in the tightest type",
        first.place if first else None,
        help=f"shorten {files.path}" if files.text else "ask for fewer words with --words",
    )


def standing_letter(letter: PlacedLetter, inputs: Inputs) -> StandingLetter:
    """Return the letter as the ledger accounts for it."""
    written, fitted = letter.written, letter.fitted
    sources = (source for piece in written.fresh.sentences() for source in piece.sources)
    told = frozenset(source.id for source in sources if source.kind is SourceKind.NOTE)
    return StandingLetter(
        letter=written.letter,
        file=str(written.file or ""),
        edited=written.edited,
        awaited=told if written.outdated else frozenset(),
        step=fitted.step,
        fill=fitted.pages.fill_ratio,
        hints=letter_hints(written, inputs),
    )


def _make_said_document(letter: Letter, fitted: FittedWhole) -> Document:
    """Return what a letter says as a document, a leaf for each sentence with the highlight it
    tells; without the name, which is on the resume too.
    """
    leaves = (
        Block(f"{number}/{index}", BlockKind.LETTER_PARAGRAPH, parse_inline(piece.text), (), source)
        for number, part in enumerate(letter.of(*BODY, Part.RECIPIENT, Part.SALUTATION))
        for index, piece in enumerate(part.pieces)
        for source in [next((s.id for s in piece.sources if s.kind is SourceKind.HIGHLIGHT), "")]
    )
    return replace(fitted.document, header=(), sections=(Section("letter", None, tuple(leaves)),))
