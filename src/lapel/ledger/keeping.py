"""What became of notes that keep content: in any case, whole, in another wording."""

import re

from lapel.ledger.advice import drop_line, pin_line
from lapel.ledger.standing import Standing, Told, named_in, tell_unplaced
from lapel.matching.acts import Act
from lapel.matching.model import Requirement
from lapel.matching.places.orders import bullets_of, wordings_called
from lapel.text.plurals import count, join_and, plural
from lapel.text.regexes import regex

_MOST_NAMED = 2
_ALL_OF_IT = regex(
    r"\b(?:all|everything|every|each|both|full|complete|entire|whole|lot|alles?|tout|todo|tutto|tudo)\b",
    re.IGNORECASE,
)
"""Words that ask for no less than all of something, as "more room" does not."""


def tell_kept(act: Act, requirement: Requirement, standing: Standing) -> Told:
    """Say whether what a note wants kept is on the page."""
    named = act.named if act.subject else requirement.entries
    if not named and act.subject:
        return tell_unplaced(act, "`pin: [id]` in the front matter keeps an entry or a bullet")
    if not named:
        return Told(None, "`pin: [id]` in the front matter keeps an entry or a bullet")
    what = named_in(act)
    gone = [id for id in named if id not in standing.on_page]
    if act.subject and not act.sure:
        return tell_unplaced(act, f"{pin_line(named)} in the front matter keeps what it may mean")
    if not gone:
        return Told(True, f"{what} stands on the page")
    return Told(False, f"{what} is not on the page; {pin_line(gone)} in the front matter keeps it")


def tell_whole(act: Act, requirement: Requirement, standing: Standing) -> Told:
    """Say how much is on the page of what a note wants whole: entries, and their bullets."""
    if not act.named and act.subject:
        return tell_unplaced(act, "`pin:` in the front matter holds a bullet or an entry")
    if not act.named:
        return Told(None, "`pin:` in the front matter holds a bullet or an entry")
    bullets = list(bullets_of(frozenset(act.named), standing.profile))
    kind, meant = ("bullet", bullets) if bullets else ("entry", list(act.named))
    all_of_it = [id for id in meant if id not in standing.hidden]
    gone = [id for id in all_of_it if id not in standing.on_page | standing.orders.out]
    shown = sum(id in standing.on_page for id in all_of_it)
    if act.bullets and shown >= act.bullets:
        return Told(True, f"it has {count('bullet', shown)}")
    if not gone:
        return Told(True, f"all of its {plural(kind)} stand")
    most = shown > len(all_of_it) / 2 and not _ALL_OF_IT.search(requirement.text)
    return Told(
        most,
        f"{shown} of its {count(kind, len(all_of_it))} stand; "
        f"{pin_line(gone[:_MOST_NAMED])} in the front matter holds more",
        in_part=shown > 0,
    )


def tell_some(act: Act, _: Requirement, standing: Standing) -> Told:
    """Say what is listed of which a note wants only some."""
    entries = {entry.id for entry in standing.profile.entries}.intersection(act.named)
    shown = [id for id in standing.looks.order if id in act.named]
    if entries:
        return Told(
            len(shown) < len(entries),
            f"{len(shown)} of {count('entry', len(entries))} stand; "
            f"{drop_line(shown[-_MOST_NAMED:])} in the front matter takes some out",
        )
    listing = f"{join_and(shown)} stands" if shown else "no bullet is surely meant, and each stands"
    return Told(
        False,
        f"{listing} as you wrote it: write a shorter wording of it, which `wording:` in the front "
        "matter takes by its name",
    )


def tell_wording(act: Act, requirement: Requirement, standing: Standing) -> Told:
    """Say how many bullets are on the page in the wordings asked for."""
    called = wordings_called(act, requirement, standing.profile)
    if not called:
        highlights = [h for e in standing.profile.entries for h in e.highlights]
        names = dict.fromkeys(w.name for h in highlights for w in h.wordings)
        has = f"they are {join_and(list(names))}" if names else "it has none"
        return Told(False, f"the profile has no wordings called “{act.subject}”: {has}")
    shown = [id for id in called if id in standing.on_page]
    return Told(
        True,
        f"of the bullets with a wording “{act.subject}”, {len(shown)} of {len(called)} stand, and "
        "in it; `wording:` in the front matter takes another for one of them",
    )
