"""Things nobody would miss: short bullets and lapsed certificates that answer nothing of the job.
White space is better.
"""

from statistics import median

from lapel.matching.answers.facts import says_lapsed
from lapel.matching.model import Matches
from lapel.profile.ids import wording_id
from lapel.profile.model import Highlight, Profile, SectionKind

SHORT = 0.55
"""A bullet of less than this share of the profile's median length is short."""
SCANT = 0.45
"""A bullet below this share is too short for a figure to tell much: "planned the picnic for
200".
"""
FEWEST = 12
"""With fewer bullets than this a profile has no usual length, and none is left out for it."""
HONOURS = frozenset(("award", "awards", "awarded", "honors", "honours", "prize", "promoted"))
OF_A_TIME = ("of the year", "of the quarter", "of the month")


def slight_highlights(profile: Profile, matches: Matches) -> frozenset[str]:
    """Return the short highlights that answer nothing and have no figure, tag or weight, and scant
    ones even with a figure; none where the job asks for nothing. Honours are kept: they are short
    by nature.
    """
    highlights = [highlight for entry in profile.entries for highlight in entry.highlights]
    if len(highlights) < FEWEST or not matches.requirements:
        return frozenset()
    usual = median(len(highlight.text.markdown) for highlight in highlights)
    short = [h for h in highlights if len(h.text.markdown) < SHORT * usual]
    return frozenset(
        highlight.id
        for highlight in short
        if (len(highlight.text.markdown) < SCANT * usual or not _has_figures(highlight))
        and not (highlight.tags or highlight.weight > 1 or _names_honours(highlight))
        and not _answers(highlight, matches)
    )


def lapsed_certificates(profile: Profile, matches: Matches) -> frozenset[str]:
    """Return the certificates whose titles say that they have lapsed, and which answer nothing."""
    return frozenset(
        entry.id
        for entry in profile.section(SectionKind.CERTIFICATES)
        if says_lapsed(entry.title.plain)
        and not entry.weight > 1
        and not any(match.supports for match in matches.by_candidate.get(entry.id, ()))
    )


def _has_figures(highlight: Highlight) -> bool:
    return any(character.isdigit() for character in highlight.text.markdown)


def _names_honours(highlight: Highlight) -> bool:
    text = highlight.text.markdown.casefold()
    return any(time in text for time in OF_A_TIME) or not HONOURS.isdisjoint(text.split())


def _answers(highlight: Highlight, matches: Matches) -> bool:
    names = ("", *(wording.name for wording in highlight.wordings))
    forms = (wording_id(highlight.id, name) for name in names)
    return any(match.supports for form in forms for match in matches.by_candidate.get(form, ()))
