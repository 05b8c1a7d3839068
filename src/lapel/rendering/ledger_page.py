"""The ledger as one self-contained HTML page."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from lapel.ledger.model import (
    OPEN_FATES,
    UNASKED,
    EntryAccount,
    EntryForm,
    FitAccount,
    HighlightAccount,
    Ledger,
    LetterAccount,
    NoteAccount,
)
from lapel.ledger.worded import put_into_words, say_best_reason, texts_of
from lapel.rendering.templates import own_template
from lapel.text.plurals import count, join_and
from lapel.text.words import shorten_text

TEMPLATE = "ledger.html.j2"
_Group = tuple[str, list[HighlightAccount]]
"""Bullets of an entry, and what they are folded away under, or ""."""

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
        in_words=lambda why: put_into_words(why, texts),
        named=lambda id: f"“{shorten_text(texts[id])}”" if id in texts else id,
        title=_title(ledger),
        in_short=say_best_reason,
        making_sentence=_making_sentence(ledger.fit),
        next_sentence=_next_sentence(ledger),
        letter_sentence=_letter_sentence(ledger.letter) if ledger.letter else "",
        tally=fates.most_common(),
        open_notes=[note for note in ledger.notes if note.fate in OPEN_FATES],
        notes_by_kind=_notes_by_kind(ledger.notes),
        highlights_by_entry=_highlights_by_entry(ledger),
        gaps=list(ledger.gaps),
        shortened=[e for e in ledger.entries if e.form is EntryForm.BRIEF and e.bullets_of],
    )


def compile_page_template() -> None:
    """Compile the template before the first page is asked for."""
    own_template(TEMPLATE)


def _title(ledger: Ledger) -> str:
    position = ledger.position or "A position"
    return f"{position} at {ledger.company}" if ledger.company else position


def _making_sentence(fit: FitAccount) -> str:
    gap = f"{fit.gap:.2%}"
    better = "better" if gap == f"{0:.2%}" else f"more than {gap} better"
    made = f"{fit.theme} theme on {fit.paper} paper, at its {fit.step} type size"
    return f"{made}; no other choice would score {better}"


def _next_sentence(ledger: Ledger) -> str:
    """Return the sentence on what is listed under what to do next."""
    notes = "your notes that are not wholly honoured"
    lines = "lines of the posting that nothing on the page answers"
    has_notes = any(note.fate in OPEN_FATES for note in ledger.notes)
    said = join_and([*([notes] if has_notes else []), *([lines] if ledger.gaps else [])])
    return f"{said[:1].upper()}{said[1:]}, and what would change that."


def _letter_sentence(letter: LetterAccount) -> str:
    whose = f"the text of {letter.file}" if letter.file else "a fresh draft"
    edited = ", as you edited it" if letter.edited else ""
    hints = "".join(f"; {hint}" for hint in letter.hints)
    return f"{count('word', letter.words)}, {whose}{edited}{hints}"


def _notes_by_kind(notes: tuple[NoteAccount, ...]) -> list[tuple[str, list[NoteAccount]]]:
    order = list(KIND_TITLES)
    ranked = sorted(notes, key=lambda note: order.index(note.kind))
    return [(KIND_TITLES[k], list(group)) for k, group in groupby(ranked, key=lambda n: n.kind)]


def _highlights_by_entry(ledger: Ledger) -> list[tuple[EntryAccount, list[_Group]]]:
    found: dict[str, list[HighlightAccount]] = {entry.id: [] for entry in ledger.entries}
    for highlight in ledger.highlights:
        found[highlight.entry].append(highlight)
    return [(entry, list(_group_highlights(found[entry.id]))) for entry in ledger.entries]


def _group_highlights(highlights: list[HighlightAccount]) -> Iterator[_Group]:
    """Yield an entry's bullets: those that answer something, those that stand for other reasons,
    those that are out.
    """
    asked = [h for h in highlights if h.included and not h.why.startswith(UNASKED)]
    unasked = [h for h in highlights if h.included and h.why.startswith(UNASKED)]
    out = [h for h in highlights if not h.included]
    yield "", asked
    if unasked:
        more = " more" if asked else ""
        yield f"{len(unasked)}{more} on the page, with nothing asked for to answer", unasked
    if out:
        yield f"{count('bullet', len(out))} left out", out
