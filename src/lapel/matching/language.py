"""Whether stems, phrases and lexicon apply, which know English only, and what is known elsewhere.

Where they do not, a word is asked as the profile says the same thing: by one of the other words
for it that ``language.yaml`` has ("Etat" for "Budget"), by itself, by another form of itself whose
end alone differs ("tournée" for "tournées"), or by a compound that is about the same
("Arbeitsunfälle" for "Unfallzahlen").
"""

from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from itertools import takewhile

from lapel.job.model import Job
from lapel.profile.model import Profile
from lapel.source.diagnostics import Diagnostic, Severity
from lapel.text.data import data_reader
from lapel.text.words import split_words

_LEAST_FOREIGN = 4
_LEAST_IN_LINE = 2
_LEAST_LATIN_SHARE = 0.5
_LEAST_INFLECTED, _LONGEST_ENDING = 6, 2
_LEAST_IN_COMPOUND = 5
_FOLDED = str.maketrans("äöü", "aou")
_data = data_reader("lapel.matching", "language.yaml")


def is_english(job: Job, profile: Profile) -> bool:
    """Tell whether both the profile and the job are in English, as far as they say or show."""
    return _profile_is_english(profile) and _job_is_english(job)


def language_notice(job: Job, profile: Profile) -> Diagnostic:
    """Warn that only exact words and tags count."""
    place, what = profile.basics.name.place, f"profile is read in “{profile.language}”,"
    if _profile_is_english(profile):
        place, what = (job.notes[0].place if job.notes else place), "job file is"
    return Diagnostic(
        "matching-language",
        Severity.WARNING,
        f"the {what} not in English, so only exact words and tags count as matches",
        place,
        "",
        "tag the bullets with the words the job file uses",
    )


def _profile_is_english(profile: Profile) -> bool:
    return not profile.language or profile.language.casefold().startswith("en")


def _job_is_english(job: Job) -> bool:
    """Tell whether a job is in English, by its setting, else by letters and small words."""
    if job.settings.language is not None:
        return job.settings.language.text.strip().casefold().startswith("en")
    texts = [line.text for line in job.description] + [note.text for note in job.notes]
    letters = [character for text in texts for character in text if character.isalpha()]
    latin = sum(character < "\u0250" for character in letters)
    if latin < _LEAST_LATIN_SHARE * len(letters):
        return False
    english, foreign = _count_small_words(texts)
    return foreign < _LEAST_FOREIGN or foreign <= english


def is_foreign(text: str) -> bool:
    """Tell whether one or more lines are in another language, by their small words."""
    english, foreign = _count_small_words([text])
    return foreign >= _LEAST_IN_LINE and foreign > english


def _count_small_words(texts: Iterable[str]) -> tuple[int, int]:
    """Count the small words of English, and those of the other language that has most."""
    words = [word.lower for text in texts for word in split_words(text, english=False)]
    small = {language: set(own.split()) for language, own in _data()["function_words"].items()}
    counts = {language: sum(word in own for word in words) for language, own in small.items()}
    return counts.pop("en"), max(counts.values())


def in_profile(word: str, known: Collection[str]) -> str:
    """Return a word, in small letters, as the profile has it, else the word itself."""
    bare = _without_head(word)
    for name in (named_group(word) or named_group(bare), word, bare):
        if name in known:
            return name
    forms = (other for other in known if is_form(word, other))
    abouts = (other for other in known if _ends_compound(bare, other))
    return next(forms, None) or next(abouts, word)


def named_group(word: str) -> str:
    """Return the name of a word's group of synonyms, "" if it is in none."""
    return _synonym_groups().get(word, "")


def asks_nothing(word: str) -> bool:
    """Tell whether a word in small letters is short, or says nothing of what is asked."""
    return len(word) <= _LEAST_INFLECTED // 2 or word in _data()["small"].split()


def is_form(one: str, other: str) -> bool:
    """Tell whether two words differ only at their ends, as forms of one word do."""
    pairs = zip(one, other, strict=False)
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    most = max(len(one), len(other)) - same
    return len(one) >= _LEAST_INFLECTED and same >= _LEAST_INFLECTED - 1 and most <= _LONGEST_ENDING


def _without_head(word: str) -> str:
    """Remove from a compound a head that says nothing, and the "s" that ties it."""
    for head in _data()["heads"].split():
        if word.endswith(head) and word != head:
            return word.removesuffix(head).removesuffix("s")
    return word


def _ends_compound(word: str, other: str) -> bool:
    """Tell whether a compound ends in a word, in any form of it."""
    folded, end = other.translate(_FOLDED), word.translate(_FOLDED)
    ends = (folded[: len(folded) - cut] for cut in range(_LONGEST_ENDING + 1))
    return len(end) >= _LEAST_IN_COMPOUND and any(text.endswith(end) for text in ends)


@lru_cache(maxsize=1)
def _synonym_groups() -> Mapping[str, str]:
    groups = (group.split() for group in _data()["same"])
    return {word: f"={group[0]}" for group in groups for word in group}
