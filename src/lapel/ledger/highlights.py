"""The account of every highlight and summary: in or out, why, and what would turn it."""

from msgspec import Struct

from lapel.document.draft import Form, Variant, find_shown_id, form_id
from lapel.job.model import Settings
from lapel.ledger.advice import turning, unhiding
from lapel.ledger.asked import measure_relevance, supporting_reasons
from lapel.ledger.model import UNASKED, HighlightAccount
from lapel.ledger.noted import KEEPING, LEAVING, note_on
from lapel.matching.model import Match, Matches
from lapel.profile.ids import highlight_of, wording_of
from lapel.profile.model import Entry, Highlight, Profile, Summary
from lapel.selection.fitted import Fitted
from lapel.selection.model import Rival
from lapel.selection.rivals import name_rivals
from lapel.selection.slight import lapsed_certificates, slight_highlights
from lapel.selection.timeline import year_of_end
from lapel.text.inline import runs_text
from lapel.text.plurals import count, join_and
from lapel.text.words import shorten_text
from lapel.theme.model import HIGHLIGHT_KINDS

SHOWN_REASONS = 5
BALANCE = "the balance of the page"


class Page(Struct, frozen=True):
    """What is on the page, seen from the highlights: the form of each, the heights, and what was
    asked of the page.
    """

    matches: Matches
    settings: Settings
    shown: frozenset[str]
    """The candidates on the page."""
    standing: dict[str, Variant]
    """The form in which each stands there: its text, a wording, its entry's one line, or a group of
    skills in part.
    """
    texts: dict[str, str]
    costs: dict[str, float]
    rivals: dict[str, Rival]
    open_entries: frozenset[str]
    full: dict[str, int]
    """Entries that have as many bullets as they may, with that number."""
    least: dict[str, int]
    """Entries that have only as many bullets as they must, with that number."""
    written: dict[str, tuple[Entry, Highlight]]
    """Each highlight as the profile has it, with its entry."""
    slight: frozenset[str]
    """The highlights and certificates that nobody would miss."""
    said: dict[str, str]
    """The highlight on the page that says nearly the same as another."""


def read_page(fitted: Fitted, profile: Profile, matches: Matches, settings: Settings) -> Page:
    """Return the choice as the ledger needs it."""
    chosen = fitted.selection.chosen
    counts = {
        find_shown_id(count.when[0]): (count, len(chosen.intersection(count.options)))
        for count in fitted.problem.counts
    }
    standing = {
        highlight_of(candidate): variant
        for slot in fitted.draft.slots()
        for variant in slot.variants
        if variant.id in chosen
        for candidate in variant.candidates
    }
    texts = {
        block.source: runs_text(block.text)
        for block in fitted.document.blocks()
        if block.kind in HIGHLIGHT_KINDS
    }
    alike = [pair for a, b, _ in reversed(matches.redundancy) for pair in ((a, b), (b, a))]
    return Page(
        matches=matches,
        settings=settings,
        shown=fitted.candidates,
        standing=standing,
        texts=texts,
        costs={o.id: o.cost_pt for o in fitted.problem.options if o.id in fitted.measured},
        rivals={rival.option: rival for rival in name_rivals(fitted.problem, fitted.selection)},
        open_entries=frozenset(
            slot.id
            for slot in fitted.draft.slots()
            for variant in slot.variants
            if variant.open and variant.id in chosen
        ),
        full={id: c.maximum for id, (c, number) in counts.items() if number >= c.maximum},
        least={id: number for id, (c, number) in counts.items() if 0 < number <= c.minimum},
        written={h.id: (entry, h) for entry in profile.entries for h in entry.highlights},
        slight=slight_highlights(profile, matches) | lapsed_certificates(profile, matches),
        said={one: other for one, other in alike if other in texts},
    )


def account_highlights(profile: Profile, page: Page) -> tuple[HighlightAccount, ...]:
    """Return every highlight of the profile, in its order."""
    return tuple(
        _account_highlight(entry, highlight, page)
        for entry in profile.entries
        for highlight in entry.highlights
    )


def account_summaries(profile: Profile, page: Page) -> tuple[HighlightAccount, ...]:
    """Return every summary of the profile, in its order."""
    return tuple(_account_summary(summary, page) for summary in profile.summaries)


def _account_summary(summary: Summary, page: Page) -> HighlightAccount:
    id, found = summary.id, page.matches.by_candidate.get(summary.id, ())
    included, rival = id in page.standing, page.rivals.get(id)
    return HighlightAccount(
        id=id,
        entry="",
        place=str(summary.text.place),
        text=summary.text.plain,
        score=measure_relevance(found, page.matches),
        included=included,
        wording="",
        reasons=supporting_reasons(found, page.matches)[:SHOWN_REASONS],
        height_pt=round(page.costs[id], 2) if id in page.costs else None,
        why=why_in(id, page) if included else _why_summary_out(id, page, rival),
        loses_to=rival.loses_to if rival and not included else (),
        flip=turning(id, page.settings, comes=not included),
    )


def _why_summary_out(id: str, page: Page, rival: Rival | None) -> str:
    if any(drop.id == id for drop in page.settings.drop):
        return "dropped in the job file"
    if id in page.matches.orders.refused:
        return f"{note_on([id], LEAVING, page.matches)} wants it left out"
    return _say_gives_way(rival, None, page) or "the page has another summary"


def _account_highlight(entry: Entry, highlight: Highlight, page: Page) -> HighlightAccount:
    form = page.standing[highlight.id].id if highlight.id in page.standing else ""
    told = form if find_shown_id(form) == highlight.id else highlight.id
    found = page.matches.by_candidate.get(told, ())
    rival = page.rivals.get(highlight.id)
    return HighlightAccount(
        id=highlight.id,
        entry=entry.id,
        place=str(highlight.text.place),
        text=page.texts.get(highlight.id) or highlight.text.plain,
        score=measure_relevance(found, page.matches),
        included=bool(form),
        wording=wording_of(form),
        reasons=supporting_reasons(found, page.matches)[:SHOWN_REASONS],
        height_pt=round(page.costs[cost], 2) if (cost := form or told) in page.costs else None,
        why=why_in(highlight.id, page, found)
        if form
        else _say_why_out(entry, highlight, page, rival),
        loses_to=tuple(dict.fromkeys(map(find_shown_id, rival.loses_to)))
        if rival and not form
        else (),
        flip=_flip(highlight, entry, page.settings, included=bool(form)),
    )


def why_in(id: str, page: Page, found: tuple[Match, ...] | None = None) -> str:
    """Say what for a highlight, a summary, or an entry without highlights is on the page; ``found``
    are the matches of its form there.
    """
    if any(highlight_of(pin.id) == id for pin in page.settings.pin):
        return "pinned in the job file"
    own = page.matches.by_candidate.get(id, ()) if found is None else found
    notes, lines = _find_answered(own, page.matches)
    if notes:
        return f"answers {join_and([f'“{shorten_text(note)}”' for note in notes])}"
    if id in page.matches.orders.kept:
        return f"{note_on([id], KEEPING, page.matches)} wants it there"
    if lines:
        more = f" and {count('more line', len(lines) - 1)}" if lines[1:] else ""
        return f"answers “{shorten_text(lines[0])}”{more} of the posting"
    return f"{UNASKED}stands for {_find_unasked_reason(id, page)}"


def _find_unasked_reason(id: str, page: Page, against: Entry | None = None) -> str:
    """Return the strongest reason in the objective for an option that answers nothing. Its date is
    no reason against an entry that is as new.
    """
    if id not in page.written:
        return BALANCE
    entry, highlight = page.written[id]
    if highlight.weight > 1:
        return "the weight that the profile gives it"
    if entry.id in page.least:
        return f"its entry, which stands open with {count('bullet', page.least[entry.id])} at least"
    is_newer = against is None or (year_of_end(entry) or 0) > (year_of_end(against) or 0)
    return f"its date and {BALANCE}" if is_newer else BALANCE


def _find_answered(found: tuple[Match, ...], matches: Matches) -> tuple[list[str], list[str]]:
    """Return the notes that these matches answer, and how many lines of the posting."""
    asked = [matches.requirement[match.requirement] for match in found if match.supports]
    notes = [requirement.text for requirement in asked if requirement.note]
    return notes, [requirement.text for requirement in asked if not requirement.note]


def _say_why_out(entry: Entry, highlight: Highlight, page: Page, rival: Rival | None) -> str:
    if highlight.hidden or entry.hidden:
        return "hidden in the profile"
    if any(drop.id in (highlight.id, entry.id) for drop in page.settings.drop):
        return "dropped in the job file"
    if noted := _find_note_against(entry, highlight, page):
        return noted
    if entry.id in page.full:
        most = count("bullet", page.full[entry.id])
        return f"its entry has {most}, the most it may have here; the page is better off with them"
    if highlight.id in page.slight:
        return "says little, and nothing that the job asks for"
    if highlight.id in page.said:
        return f"says nearly what {page.said[highlight.id]} says"
    if given := _say_gives_way(rival, entry, page):
        return given
    if entry.id not in page.open_entries:
        return "its entry stands in one line, without bullets"
    return "adds less than what stands on the page"


def gives_way(entry: Entry, page: Page) -> str:
    """Return what has the room of an entry that left, "" where nothing does."""
    forms = (page.rivals.get(form_id(entry.id, form)) for form in (Form.BRIEF, Form.OPEN))
    rivals = [rival for rival in forms if rival is not None]
    least = max(rivals, key=lambda rival: rival.objective_change, default=None)
    return _say_gives_way(least, entry, page)


def _say_gives_way(rival: Rival | None, entry: Entry | None, page: Page) -> str:
    own = entry.id if entry else ""
    lost = [o for o in rival.loses_to if find_shown_id(o) != own] if rival else []
    named = dict.fromkeys(f"{find_shown_id(o)} {_say_merit(o, entry, page)}" for o in lost)
    return f"gives way to {join_and(list(named))}" if named else ""


def _find_note_against(entry: Entry, highlight: Highlight, page: Page) -> str:
    """Return the note for which a highlight is out, "" where there is none."""
    orders = page.matches.orders
    note = note_on([highlight.id, entry.id], LEAVING, page.matches)
    if highlight.id in orders.refused:
        return f"{note} wants it left out"
    if highlight.id in orders.beside:
        return f"{note} wants only something else of its entry"
    wanted = orders.most.get(entry.id)
    if wanted == 0 and entry.id not in page.open_entries:
        return f"{note} wants its entry without bullets"
    if wanted and page.full.get(entry.id) == wanted:
        return f"{note} wants no more than {count('bullet', wanted)} of its entry"
    return ""


def _say_merit(option: str, against: Entry | None, page: Page) -> str:
    """Return in brackets what speaks for an option on the page, against an entry or its bullet."""
    by_candidate = page.matches.by_candidate
    found = by_candidate.get(option) or by_candidate.get(find_shown_id(option), ())
    notes, lines = _find_answered(found, page.matches)
    if notes:
        return f"(answers “{shorten_text(notes[0])}”)"
    if lines:
        return "(answers the posting)"
    return f"(for {_find_unasked_reason(find_shown_id(option), page, against)})"


def _flip(highlight: Highlight, entry: Entry, settings: Settings, *, included: bool) -> str:
    if highlight.hidden or entry.hidden:
        return unhiding(highlight.text.place if highlight.hidden else entry.title.place)
    return turning(highlight.id, settings, comes=not included)
