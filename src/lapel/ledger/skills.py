"""The account of the skills: each group whole, in part or out, and the keywords left out."""

from collections.abc import Iterator

from lapel.job.model import Settings
from lapel.ledger.advice import turning, unhiding
from lapel.ledger.asked import measure_relevance, supporting_reasons
from lapel.ledger.highlights import SHOWN_REASONS, Page, why_in
from lapel.ledger.model import LEFT_OUT, EntryAccount, EntryForm
from lapel.ledger.noted import LEAVING, note_on
from lapel.profile.model import Profile, SkillGroup
from lapel.text.plurals import join_most
from lapel.text.words import shorten_text

SECTION = "skills"
MOST_NAMED = 8


def account_skills(profile: Profile, page: Page) -> Iterator[EntryAccount]:
    """Account for every group, in the profile's order."""
    for group in profile.skills:
        form = EntryForm.BRIEF if group.id in page.shown else EntryForm.OUT
        found = page.matches.by_candidate.get(group.id, ())
        yield EntryAccount(
            id=group.id,
            section=SECTION,
            title=shorten_text(page.matches.candidate[group.id].text)
            if group.id in page.matches.candidate
            else group.name.plain,
            dates="",
            place=str(group.name.place),
            form=form,
            bullets=0,
            bullets_of=0,
            score=measure_relevance(found, page.matches),
            reasons=supporting_reasons(found, page.matches)[:SHOWN_REASONS],
            why=_say_why_out(group, page) if form is EntryForm.OUT else _why_there(group, page),
            flip=_flip(group, form, page.settings),
        )


def _say_why_out(group: SkillGroup, page: Page) -> str:
    if group.hidden:
        return "hidden in the profile"
    if any(drop.id == group.id for drop in page.settings.drop):
        return "dropped in the job file"
    if group.id in page.matches.orders.refused:
        return f"{note_on([group.id], LEAVING, page.matches)} wants it left out"
    return f"{LEFT_OUT}it answers less than what stands instead"


def _why_there(group: SkillGroup, page: Page) -> str:
    """Say what for a group stands, and which of its keywords are left out, without those that the
    person takes out.
    """
    left_out = page.standing[group.id].left_out
    without = f"; {LEFT_OUT}{join_most(left_out, MOST_NAMED)}" if left_out else ""
    return f"{why_in(group.id, page)}{without}"


def _flip(group: SkillGroup, form: EntryForm, settings: Settings) -> str:
    if group.hidden:
        return unhiding(group.name.place)
    return turning(group.id, settings, comes=form is EntryForm.OUT)
