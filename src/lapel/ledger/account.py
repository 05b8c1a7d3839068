"""The account of a finished resume: the contract, the candidates, the fit."""

from collections.abc import Iterator

from msgspec import Struct

from lapel.document.dates import format_dates
from lapel.document.tree import Document
from lapel.job.model import Job, Settings
from lapel.ledger.advice import turning, unhiding
from lapel.ledger.asked import measure_relevance, supporting_reasons
from lapel.ledger.highlights import (
    SHOWN_REASONS,
    Page,
    account_highlights,
    account_summaries,
    gives_way,
    read_page,
    why_in,
)
from lapel.ledger.letter import StandingLetter, account_letter
from lapel.ledger.model import (
    LEFT_OUT,
    DocumentAccount,
    EntryAccount,
    EntryForm,
    FitAccount,
    Ledger,
)
from lapel.ledger.noted import LEAVING, note_on
from lapel.ledger.notes import account_notes, account_requirements
from lapel.ledger.skills import account_skills
from lapel.ledger.standing import Looks
from lapel.locale.words import Words
from lapel.matching.model import Matches
from lapel.matching.places.placing import describe
from lapel.profile.model import Entry, Profile, SectionKind
from lapel.selection.fitted import Fitted
from lapel.selection.proofs import Proof, prove_certificates
from lapel.text.words import shorten_text
from lapel.theme.model import BlockKind, Theme


class Basis(Struct, frozen=True):
    """The sources of a resume: the job and the profile, each with the name of its file, the page's
    theme and paper, and the words of its language.
    """

    job: Job
    job_path: str
    profile: Profile
    profile_path: str
    theme: Theme
    paper: str
    words: Words


def account_resume(
    basis: Basis,
    matches: Matches,
    fitted: Fitted,
    documents: tuple[DocumentAccount, ...],
    letter: StandingLetter | None = None,
    warnings: tuple[str, ...] = (),
) -> Ledger:
    """Account for one resume whole, in the order of the files."""
    job, profile = basis.job, basis.profile
    page = read_page(fitted, profile, matches, job.settings)
    proofs = prove_certificates(profile, matches)
    order = tuple(dict.fromkeys(_list_in_page_order(fitted.document)))
    theme, language = basis.theme.name, basis.words.language
    photo = fitted.document.photo is not None
    looks = Looks(fitted.pages.count, theme, basis.paper, language, order, photo)
    return Ledger(
        job=basis.job_path,
        profile=basis.profile_path,
        company=job.company.text if job.company else "",
        position=job.position.text if job.position else "",
        name=profile.basics.name.plain,
        fit=_account_fit(fitted, basis.theme, basis.paper),
        notes=account_notes(job, profile, matches, page.shown, looks, letter),
        requirements=account_requirements(matches, page.shown),
        summaries=account_summaries(profile, page),
        highlights=account_highlights(profile, page),
        entries=(
            *(
                _account_entry(entry, page, basis.words, proofs.get(entry.id))
                for entry in profile.entries
            ),
            *account_skills(profile, page),
        ),
        documents=documents,
        letter=account_letter(letter, job, profile) if letter else None,
        warnings=warnings,
    )


def _list_in_page_order(document: Document) -> Iterator[str]:
    """Yield what stands on the page from top to bottom: sections, entries and bullets."""
    for section in document.sections:
        yield section.id
        yield from (b.source for b in section.blocks if b.kind is not BlockKind.DESCRIPTION)


def _account_fit(fitted: Fitted, theme: Theme, paper: str) -> FitAccount:
    pages, selection = fitted.pages, fitted.selection
    line_pt = theme.step(fitted.step).leading_pt(theme.styles[BlockKind.BULLET])
    free_pt = pages.content_height_pt - pages.used_pt[-1]
    return FitAccount(
        pages=pages.count,
        asked_pages=fitted.asked_pages,
        theme=theme.name,
        paper=paper,
        step=fitted.step,
        scale=round(pages.scale, 4),
        fill=round(pages.fill_ratio, 4),
        free_lines=round(free_pt / line_pt, 2),
        objective=round(selection.objective, 4),
        bound=round(selection.bound, 4),
        gap=round(selection.gap, 6),
    )


def _account_entry(entry: Entry, page: Page, words: Words, proof: Proof | None) -> EntryAccount:
    stands = EntryForm.OPEN if entry.id in page.open_entries else EntryForm.BRIEF
    form = stands if entry.id in page.shown else EntryForm.OUT
    bullets = sum(highlight.id in page.standing for highlight in entry.highlights)
    found = page.matches.by_candidate.get(entry.id, ())
    return EntryAccount(
        id=entry.id,
        section=entry.section.value,
        title=describe(entry),
        dates=format_dates(entry, words),
        place=str(entry.title.place),
        form=form,
        bullets=bullets,
        bullets_of=len(entry.highlights),
        score=measure_relevance(found, page.matches),
        reasons=supporting_reasons(found, page.matches)[:SHOWN_REASONS],
        why=_say_why_form(entry, form, page) or _say_why_there(entry, proof, page),
        flip=_flip(entry, form, page.settings),
    )


def _flip(entry: Entry, form: EntryForm, settings: Settings) -> str:
    if entry.section is SectionKind.REFERENCES:
        return ""
    if entry.hidden:
        return unhiding(entry.title.place)
    opening = _opening(entry) if form is EntryForm.BRIEF else ""
    return turning(opening or entry.id, settings, comes=bool(opening) or form is EntryForm.OUT)


def _opening(entry: Entry) -> str:
    """Return what opens an entry in one line if it is pinned: one of its bullets, where the entry
    itself may leave, so that its line is all that its own pin holds; "" where nothing does.
    """
    bullets = [bullet.id for bullet in entry.highlights if not bullet.hidden]
    stays = entry.section in (SectionKind.WORK, SectionKind.EDUCATION)
    return entry.id if bullets and stays else next(iter(bullets), "")


def _say_why_there(entry: Entry, proof: Proof | None, page: Page) -> str:
    """Say what for an entry without bullets stands, of a certificate also where it is listed; the
    others' bullets say it.
    """
    if entry.highlights:
        return ""
    if proof is None:
        return why_in(entry.id, page)
    line = shorten_text(proof.line)
    if proof.named:
        return f"“{line}” asks for it: such certificates stand first"
    return f"has to do with “{line}”: stands before the certificates that answer nothing"


def _say_why_form(entry: Entry, form: EntryForm, page: Page) -> str:
    if entry.section is SectionKind.REFERENCES:
        return "references are never printed; a section of your own is"
    if entry.hidden:
        return "hidden in the profile"
    note = note_on([entry.id, *(h.id for h in entry.highlights)], LEAVING, page.matches)
    dropped = {drop.id for drop in page.settings.drop}
    if form is EntryForm.BRIEF and entry.highlights:
        return f"shortened to one line: {_why_closed(entry, page, note)}"
    if form is EntryForm.OUT and entry.id in dropped:
        return "dropped in the job file"
    if form is EntryForm.OUT and entry.id in page.matches.orders.refused:
        return f"{note} wants it left out"
    if form is EntryForm.OUT and entry.id in page.matches.orders.beside:
        return f"{LEFT_OUT}{note} wants no more of its kind"
    if form is EntryForm.OUT and entry.id in page.slight:
        return f"{LEFT_OUT}it has lapsed, and nothing asks for it"
    if form is EntryForm.OUT:
        given = gives_way(entry, page)
        return f"{LEFT_OUT}{given or 'it answers less than what stands instead'}"
    return ""


def _why_closed(entry: Entry, page: Page, note: str) -> str:
    """Say what keeps an entry's bullets off the page: the person's word, or what is worth more."""
    orders = page.matches.orders
    dropped = {drop.id for drop in page.settings.drop}
    able = [highlight.id for highlight in entry.highlights if highlight.id not in dropped]
    if not able:
        return "its bullets are dropped in the job file"
    if orders.most.get(entry.id) == 0 or orders.out.issuperset(able):
        return f"{note} wants it without bullets"
    return "its bullets are worth less here than what stands instead"
