"""The ledger as one self-contained HTML page."""

from collections import Counter
from itertools import groupby

from lapel.ledger.model import (
    OPEN_FATES,
    EntryAccount,
    Fate,
    HighlightAccount,
    Ledger,
    LetterAccount,
    NoteAccount,
)
from lapel.ledger.worded import in_words, texts_of
from lapel.matching.model import Evidence
from lapel.rendering.templates import own_template
from lapel.text.plurals import count
from lapel.text.words import shortened

TEMPLATE = "ledger.html.j2"

KIND_TITLES = {
    "emphasis": "Skills to emphasize",
    "idea": "Customization ideas",
    "hint": "Hints for one entry",
    "letter-point": "Points for the letter",
    "connection": "Personal connection",
}


def render_ledger_page(ledger: Ledger) -> str:
    """Return the page's HTML; it links to nothing and loads nothing."""
    fates = Counter(note.fate.value for note in ledger.notes)
    texts = texts_of(ledger)
    return own_template(TEMPLATE).render(
        ledger=ledger,
        in_words=lambda why: in_words(why, texts),
        named=lambda id: f"“{shortened(texts[id])}”" if id in texts else id,
        title=_title(ledger),
        fit_sentence=_fit_sentence(ledger),
        letter_sentence=_letter_sentence(ledger.letter) if ledger.letter else "",
        tally=fates.most_common(),
        open_notes=[note for note in ledger.notes if note.fate in OPEN_FATES],
        notes_by_kind=_notes_by_kind(ledger.notes),
        highlights_by_entry=_highlights_by_entry(ledger),
        gaps=[
            *(note for note in ledger.notes if note.fate is Fate.NO_EVIDENCE),
            *(r for r in ledger.requirements if r.evidence is Evidence.NONE),
        ],
        shortened=[e for e in ledger.entries if e.form == "brief" and e.bullets_of],
    )


def get_ready() -> None:
    """Compile the template before the first page is asked for."""
    own_template(TEMPLATE)


def _title(ledger: Ledger) -> str:
    position = ledger.position or "a position"
    return f"{position} at {ledger.company}" if ledger.company else position


def _fit_sentence(ledger: Ledger) -> str:
    fit = ledger.fit
    last = "the last " if fit.pages > 1 else ""
    return (
        f"{count('page', fit.pages)}, {last}filled to {fit.fill:.0%}, "
        f"{fit.theme} on {fit.paper}, step {fit.step}; "
        f"the choice is proven within {fit.gap:.2%} of the best"
    )


def _letter_sentence(letter: LetterAccount) -> str:
    whose = f"the text of {letter.file}" if letter.file else "a fresh draft"
    edited = ", as you edited it" if letter.edited else ""
    hints = "".join(f"; {hint}" for hint in letter.hints)
    return f"{count('word', letter.words)}, {whose}{edited}{hints}"


def _notes_by_kind(notes: tuple[NoteAccount, ...]) -> list[tuple[str, list[NoteAccount]]]:
    order = list(KIND_TITLES)
    ranked = sorted(notes, key=lambda note: order.index(note.kind))
    return [(KIND_TITLES[k], list(group)) for k, group in groupby(ranked, key=lambda n: n.kind)]


def _highlights_by_entry(ledger: Ledger) -> list[tuple[EntryAccount, list[HighlightAccount]]]:
    found: dict[str, list[HighlightAccount]] = {entry.id: [] for entry in ledger.entries}
    for highlight in ledger.highlights:
        found[highlight.entry].append(highlight)
    pairs = [(entry, found[entry.id]) for entry in ledger.entries]
    return [
        (entry, sorted(highlights, key=lambda highlight: not highlight.included))
        for entry, highlights in pairs
    ]
