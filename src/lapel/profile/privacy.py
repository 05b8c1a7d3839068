"""A profile with fewer details about the person than the file has."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from lapel.profile.model import Profile, Text
from lapel.source.diagnostics import Diagnostic, Severity

FEWEST_FIGURES = 7
"""A telephone of fewer figures is not looked for in texts: the number need not be it."""


def without_personal(profile: Profile) -> Profile:
    """Return the profile without photo, birth date and nationality, unwanted in many countries."""
    basics = replace(profile.basics, image=None, birth_date=None, nationality=None)
    return replace(profile, basics=basics)


def for_public(profile: Profile) -> Profile:
    """Return the profile without telephone, mail, place and all of the above, so that nobody can
    reach or find the person at home; their pages on the web stay.
    """
    basics = profile.basics
    unreached = replace(basics, email="", phone="", location="", street="", postal_code="")
    public = replace(unreached, city="", region="", country_code="")
    return without_personal(replace(profile, basics=public))


def contact_mentions(profile: Profile) -> Iterator[Diagnostic]:
    """Warn of each text that contains what ``for_public`` takes out of the header."""
    email, phone = profile.basics.email.casefold(), _keep_figures(profile.basics.phone)
    for text in _walk_texts(profile):
        says_phone = len(phone) >= FEWEST_FIGURES and phone in _keep_figures(text.markdown)
        if (email and email in text.markdown.casefold()) or says_phone:
            message = "this text says the mail address or the telephone that is to stay private"
            help = "take it out of the text, or hide the bullet"
            yield Diagnostic("public-contact", Severity.WARNING, message, text.place, help=help)


def _walk_texts(profile: Profile) -> Iterator[Text]:
    yield from (summary.text for summary in profile.summaries)
    for entry in profile.entries:
        if entry.hidden:
            continue
        yield from (text for text in (entry.summary, entry.detail) if text)
        for highlight in entry.highlights:
            if not highlight.hidden:
                yield highlight.text
                yield from (wording.text for wording in highlight.wordings)


def _keep_figures(text: str) -> str:
    return re.sub(r"\D", "", text)
