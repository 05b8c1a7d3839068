"""What people call the details printed beside a name or a degree: "GPA", "home address".

They are no content to choose among: the profile has them or not.
"""

import re
from collections.abc import Mapping

from lapel.profile.model import Profile, SectionKind
from lapel.text.data import data_reader
from lapel.text.regexes import regex

_words = data_reader("lapel.matching", "details.yaml")
_ARTICLE = regex(r"^(?:the|my|any|all)\s+", re.IGNORECASE)


def detail_called(words: str) -> str | None:
    """Return the profile's key of the detail that words name, as "GPA from my BS" does."""
    said = _ARTICLE.sub("", words.strip(" .,:;")).casefold()
    told: Mapping[str, str] = _words()
    for key, names in told.items():
        for name in names.split(", "):
            if said == name or said.startswith((f"{name} from ", f"{name} of ", f"{name} on ")):
                return key
    return None


def has_detail(key: str, profile: Profile) -> bool:
    """Tell whether the profile has a detail, by its key."""
    basics = profile.basics
    held = {
        "score": any(entry.detail for entry in profile.section(SectionKind.EDUCATION)),
        "phone": basics.phone,
        "email": basics.email,
        "location": basics.location,
        "address": basics.street,
        "url": basics.url,
        "profiles": basics.links,
        "birthDate": basics.birth_date,
        "nationality": basics.nationality,
    }
    return bool(held[key])
