"""A profile with less of the person in it than the file has."""

from dataclasses import replace

from lapel.profile.model import Profile


def without_personal(profile: Profile) -> Profile:
    """Without photo, birth date and nationality, which many countries want on no resume."""
    basics = replace(profile.basics, image=None, birth_date=None, nationality=None)
    return replace(profile, basics=basics)


def for_public(profile: Profile) -> Profile:
    """Without what reaches or finds the person at home: telephone, mail, place, and all of the
    above; their pages on the web stay.
    """
    basics = replace(
        profile.basics, email="", phone="", location="", city="", region="", country_code=""
    )
    return without_personal(replace(profile, basics=basics))
