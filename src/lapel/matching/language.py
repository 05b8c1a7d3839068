"""Whether stems, phrases and lexicon apply: they know English only."""

from lapel.job.model import Job
from lapel.profile.model import Profile
from lapel.source.diagnostics import Diagnostic, Severity
from lapel.text.words import split_words

_FUNCTION_WORDS = frozenset(
    (
        *("the", "and", "of", "to", "in", "a", "for", "with", "on", "is", "as", "by", "an", "at"),
        *("from", "that", "this", "be", "are", "you", "your", "our", "we", "will", "or"),
    )
)
_LEAST_WORDS = 25
_LEAST_SHARE = 0.1


def is_english(job: Job, profile: Profile) -> bool:
    """Whether both the profile and the job are in English, as far as they say or show."""
    return _profile_is_english(profile) and _job_is_english(job)


def language_notice(job: Job, profile: Profile) -> Diagnostic:
    """Says that only exact words and tags count."""
    what = "job file" if _profile_is_english(profile) else "profile"
    place = job.notes[0].place if job.notes and what == "job file" else profile.basics.name.place
    return Diagnostic(
        "matching-language",
        Severity.WARNING,
        f"the {what} is not in English, so only exact words and tags count as matches",
        place,
        "",
        "tag the bullets with the words the job file uses",
    )


def _profile_is_english(profile: Profile) -> bool:
    return not profile.language or profile.language.casefold().startswith("en")


def _job_is_english(job: Job) -> bool:
    """By what it says, else by its function words; a short text counts as English."""
    if job.settings.language is not None:
        return job.settings.language.text.strip().casefold().startswith("en")
    texts = [line.text for line in job.description] + [note.text for note in job.notes]
    words = [word.written.casefold() for text in texts for word in split_words(text, english=False)]
    if len(words) < _LEAST_WORDS:
        return True
    known = sum(word in _FUNCTION_WORDS for word in words)
    return known >= _LEAST_SHARE * len(words)
