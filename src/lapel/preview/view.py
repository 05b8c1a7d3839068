"""The description of a build for the page, as values ready for JSON."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import to_builtins

from lapel.files import file_name
from lapel.inputs import Inputs
from lapel.ledger.advice import find_advised
from lapel.ledger.model import LEFT_OUT, HighlightAccount
from lapel.ledger.views import count_fates
from lapel.ledger.worded import put_into_words, texts_of
from lapel.letter.document import KINDS
from lapel.letter.model import Letter, LetterPart, Part, SourceKind
from lapel.lettering import PlacedLetter, letter_hints
from lapel.locale.words import known_languages
from lapel.options import Request
from lapel.preview.building import Build
from lapel.preview.placing import Sheet, candidates_of, sheets_of
from lapel.profile.ids import highlight_of, wording_id
from lapel.profile.model import Highlight
from lapel.selection.fitted import Fitted
from lapel.source.diagnostics import Diagnostic
from lapel.source.printing import excerpt_lines
from lapel.store.formats import PAPERS
from lapel.theme.model import HIGHLIGHT_KINDS, BlockKind
from lapel.workspace import Workspace, list_themes

Json = Mapping[str, object]
MOST_PAGES = 4
DOCUMENTS = RESUME, LETTER, COMBINED = "resume", "letter", "combined"
FILE_KINDS = ("pdf", "docx")


def view_build(build: Build, request: Request, workspace: Workspace) -> Json:
    """Return everything the page shows of a finished build."""
    ledger, fitted = build.ledger, build.fitted
    return {
        "job": ledger.job,
        "profile": ledger.profile,
        "company": ledger.company,
        "position": ledger.position,
        "name": ledger.name,
        "fit": {**to_builtins(ledger.fit), "well_filled": fitted.well_filled},
        "tally": count_fates(ledger),
        "notes": list(_view_notes(build)),
        "entries": list(_view_entries(build)),
        "highlights": list(_view_highlights(build)),
        "orders": _find_orders(build),
        "sheets": [to_builtins(sheet) for sheet in resume_sheets(build.inputs, fitted)],
        "letter": _view_letter(build, workspace),
        "controls": _view_controls(build, request, workspace),
        "downloads": list(_list_downloads(build)),
        "public": build.inputs.options.public,
    }


def resume_sheets(inputs: Inputs, fitted: Fitted) -> tuple[Sheet, ...]:
    """Return the resume's pages, with the boxes on them."""
    return sheets_of(fitted, inputs.theme, candidates_of(fitted))


def letter_sheets(placed: PlacedLetter) -> tuple[Sheet, ...]:
    """Return the letter's page, with the boxes on it."""
    letter, fitted = placed.written.letter, placed.fitted
    blocks = _number_letter_blocks(letter)
    notes = {blocks[id(p)]: tuple(_find_notes(p)) for p in letter.parts if id(p) in blocks}
    return sheets_of(fitted, fitted.theme, notes)


def _number_letter_blocks(letter: Letter) -> Mapping[int, str]:
    """Return the ids of the blocks that the parts of a letter become, by the part's identity."""
    shown = [part for part in letter.parts if part.part in KINDS]
    return {id(part): f"letter/{number}" for number, part in enumerate(shown, 1)}


def view_problems(problems: Iterable[Diagnostic]) -> list[Json]:
    """Return problems with their lines and carets, as the terminal shows them."""
    return [_view_problem(problem) for problem in problems]


def line_height_pt(build: Build) -> float:
    """Return the height of a line of a bullet."""
    theme = build.inputs.theme
    return theme.step(build.fitted.step).leading_pt(theme.styles[BlockKind.BULLET])


def _view_problem(problem: Diagnostic) -> Json:
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "message": problem.message,
        "place": str(problem.place) if problem.place else "",
        "excerpt": "\n".join(excerpt_lines(problem)),
        "help": problem.help,
    }


def _view_notes(build: Build) -> Iterator[Json]:
    """Yield every note with what became of it; bullets are named by their words, and the ledger's
    advice about them is given as acts.
    """
    texts = _find_texts(build)
    for note in build.ledger.notes:
        advice = [(kind, id) for kind, id in find_advised(note.why) if id in texts]
        acts = [{"kind": kind, "target": id, "text": texts[id]} for kind, id in advice]
        yield {**to_builtins(note), "why": put_into_words(note.why, texts), "advised": acts}


def _find_texts(build: Build) -> Mapping[str, str]:
    """Return the words that replace an id for a person: a bullet's words, an entry's title, the
    name of a group of skills.
    """
    profile = build.inputs.profile
    texts = {group.id: group.name.plain for group in profile.skills}
    texts |= {summary.id: summary.text.plain for summary in profile.summaries}
    return {**texts_of(build.ledger), **texts}


def _view_entries(build: Build) -> Iterator[Json]:
    """Yield every entry of the profile, with the job file's settings for it."""
    settings = build.inputs.job.settings
    pinned, dropped = ({one.id for one in named} for named in (settings.pin, settings.drop))
    texts = _find_texts(build)
    wholes = build.inputs.profile.wholes
    for account in build.ledger.entries:
        yield {
            **to_builtins(account),
            "why": put_into_words(account.why.removeprefix(LEFT_OUT), texts),
            "pinned": account.id in pinned,
            "dropped": account.id in dropped,
            "hidden": wholes[account.id].hidden,
        }


def _view_highlights(build: Build) -> Iterator[Json]:
    """Yield every bullet of the profile, in or out, with the job file's settings for it."""
    settings = build.inputs.job.settings
    pinned = {highlight_of(pin.id) for pin in settings.pin}
    dropped = {drop.id for drop in settings.drop}
    fixed = {chosen.highlight.id: chosen for chosen in settings.wording}
    known = {h.id: h for entry in build.inputs.profile.entries for h in entry.highlights}
    texts = _find_texts(build)
    for account in build.ledger.highlights:
        highlight = known[account.id]
        yield {
            **to_builtins(account),
            "why": put_into_words(account.why, texts),
            "lines": _count_lines(account, build),
            "pinned": account.id in pinned,
            "dropped": account.id in dropped,
            "hidden": highlight.hidden,
            "wordings": _list_wordings(highlight),
            "fixed": fixed[account.id].name if account.id in fixed else None,
            "own": fixed[account.id].text or None if account.id in fixed else None,
        }


def _count_lines(account: HighlightAccount, build: Build) -> int | None:
    """Return how many lines the bullet takes or would take, None where its height is unknown."""
    height_pt = build.bullet_pt.get(wording_id(account.id, account.wording))
    return round(height_pt / line_height_pt(build)) if height_pt is not None else None


def _list_wordings(highlight: Highlight) -> list[Json]:
    """Return the forms the author wrote, the plain text first, under the name ""."""
    forms = [("", highlight.text.markdown)]
    forms += [(wording.name, wording.text.markdown) for wording in highlight.wordings]
    return [{"name": name, "text": text} for name, text in forms]


def _view_letter(build: Build, workspace: Workspace) -> Json | None:
    """Return the letter part by part, and its page; None where none is there."""
    placed = build.letter.placed if build.letter else None
    if build.letter is None or placed is None:
        return None
    written, fitted = placed.written, placed.fitted
    blocks = _number_letter_blocks(written.letter)
    return {
        "file": workspace.name_of(build.inputs.letter_files.path),
        "is_draft": written.file is None,
        "is_dated": any(written.letter.of(Part.DATE)),
        "words": written.letter.word_count(),
        "most_words": build.inputs.options.letter_words,
        "fill": round(fitted.pages.fill_ratio, 4),
        "hints": list(letter_hints(written, build.inputs)),
        "sheets": [to_builtins(sheet) for sheet in letter_sheets(placed)],
        "parts": [
            {
                "index": index,
                "block": blocks.get(id(part), ""),
                "kind": part.part.value,
                "text": part.text,
                "lines": [piece.text for piece in part.pieces],
                "sources": list(dict.fromkeys(str(s) for p in part.pieces for s in p.sources)),
            }
            for index, part in enumerate(written.letter.parts)
            if part.part is not Part.COMMENT
        ],
    }


def _find_notes(part: LetterPart) -> Iterator[str]:
    """Yield the notes that a part of the letter answers."""
    sources = (source for piece in part.pieces for source in piece.sources)
    yield from dict.fromkeys(s.id for s in sources if s.kind is SourceKind.NOTE)


def _find_orders(build: Build) -> dict[str, list[str]]:
    """Return the bullets on the page by their entry, in the page's order."""
    entries = {h.id: h.entry for h in build.ledger.highlights}
    orders: dict[str, list[str]] = {}
    for block in build.fitted.document.blocks():
        if block.kind in HIGHLIGHT_KINDS and block.source in entries:
            orders.setdefault(entries[block.source], []).append(block.source)
    return orders


def _view_controls(build: Build, request: Request, workspace: Workspace) -> Json:
    """Return the controls: their values, their choices, and whether the command line fixes them."""
    inputs, settings = build.inputs, build.inputs.job.settings
    pages = build.fitted.pages.count if inputs.options.grows else inputs.options.pages
    controls: dict[str, Json] = {
        "theme": {
            "value": inputs.theme.name,
            "set": settings.theme is not None,
            "fixed": request.theme is not None,
            "choices": [path.name for path in list_themes(workspace)],
        },
        "pages": {
            "value": pages,
            "set": settings.pages is not None,
            "fixed": request.pages is not None,
            "choices": list(range(1, max(MOST_PAGES, pages) + 1)),
        },
        "paper": {
            "value": inputs.options.paper,
            "set": settings.paper is not None,
            "fixed": request.paper is not None,
            "choices": list(PAPERS),
        },
        "language": {
            "value": inputs.words.language,
            "set": settings.language is not None,
            "fixed": request.language is not None,
            "choices": list(known_languages()),
        },
    }
    if inputs.has_personal and not inputs.options.public:
        controls["personal"] = {
            "value": inputs.options.personal,
            "set": settings.personal is not None,
            "fixed": request.personal is not None,
            "choices": [False, True],
        }
    return controls


def _list_downloads(build: Build) -> Iterator[Json]:
    """Yield the files that can be taken along: the document, the kind, and the file's name."""
    documents: list[tuple[str, tuple[str, ...]]] = [(RESUME, FILE_KINDS)]
    if build.letter is not None and build.letter.placed is not None:
        documents.append((LETTER, FILE_KINDS))
        if build.inputs.options.combined:
            documents.append((COMBINED, ("pdf",)))
    for document, kinds in documents:
        for kind in kinds:
            name = file_name(build.inputs, kind, document)
            yield {"document": document, "kind": kind, "name": name}
