"""The words of every language are whole, and their months those of the CLDR."""

import datetime

import pytest
from babel import Locale
from babel.dates import format_date

from lapel.locale.words import Words, known_languages, load_words, tag_of
from lapel.profile.model import SectionKind

PRINTED = {kind.value for kind in SectionKind} - {"custom", "references"} | {"summary"}
ASKED = {"en", "de", "fr", "es", "pt", "it", "nl", "pl", "sv", "ja", "zh", "ar"}
OWN_MONTHS = {
    "en": "no points, as in the Chicago Manual's tables",
    "en-GB": "as in en",
    "de": "never shown: a Lebenslauf has months in figures",
}
OWN_DATE_FORMS = {
    "pl": "a letter's date ends in r. (roku)",
    "en-GB": "",
    "pt-PT": "",
}


def words(language: str) -> Words:
    found = load_words(language)
    assert found.value is not None
    assert found.diagnostics == ()
    return found.value


def test_the_languages_promised_are_there() -> None:
    """Twelve and more."""
    assert set(known_languages()) >= ASKED


def test_a_language_is_called_by_its_name_too() -> None:
    """Each promised one by its English name and its own; a tag stays as it is."""
    assert [tag_of(name) for name in ("German", " deutsch", "Français")] == ["de", "de", "fr"]
    assert [tag_of(tag) for tag in ("pt-BR", "xx")] == ["pt-BR", "xx"]
    names = {str(Locale(tag).get_display_name(said)) for tag in ASKED for said in ("en", tag)}
    assert {tag_of(name) for name in names} == ASKED


@pytest.mark.parametrize("language", known_languages())
def test_a_language_is_whole(language: str) -> None:
    """Every section has its title, and every form its places."""
    found = words(language)
    assert set(found.titles) == PRINTED
    assert set(found.documents) == {"resume", "letter", "combined"}
    assert len(found.months) == len(found.letter.months) == 12
    assert "{start}" in found.range
    assert "{end}" in found.range
    for form in (found.month_year, found.letter.date):
        assert form.format(day=3, month="M", number=1, year=2026) != form
    assert "{position}" in found.letter.subject or language.startswith("en")
    assert found.brackets.count("{text}") == 1


@pytest.mark.parametrize("language", known_languages())
def test_months_are_those_of_the_cldr(language: str) -> None:
    """The short and the long names, but for those that have a reason to differ."""
    locale, found = Locale.parse(language, sep="-"), words(language)
    short, long = (locale.months["format"][width] for width in ("abbreviated", "wide"))
    if language not in OWN_MONTHS:
        assert found.months == tuple(short[n] for n in range(1, 13))
    if locale.language != "zh":  # written with figures in letters
        assert found.letter.months == tuple(long[n] for n in range(1, 13))
    assert found.script.right_to_left == (locale.text_direction == "rtl")


@pytest.mark.parametrize("language", known_languages())
def test_a_letter_is_dated_as_the_cldr_has_it(language: str) -> None:
    """The long form of a day."""
    if language in OWN_DATE_FORMS:
        return
    day, letter = datetime.date(2026, 11, 24), words(language).letter
    shown = letter.date.format(day=day.day, month=letter.months[10], year=day.year)
    assert shown == format_date(day, "long", Locale.parse(language, sep="-"))


@pytest.mark.parametrize(
    ("tag", "language"), [("de-AT", "de"), ("zh-TW", "zh-Hant"), ("pt_PT", "pt-PT"), ("EN", "en")]
)
def test_a_region_has_the_words_of_its_language(tag: str, language: str) -> None:
    """The document keeps the tag that was asked for."""
    found = words(tag)
    assert found.titles == words(language).titles
    assert found.language == tag.replace("_", "-")


def test_an_unknown_language_is_warned_of() -> None:
    """The document then has English titles."""
    found = load_words("tlh")
    assert [d.code for d in found.diagnostics] == ["locale-unknown"]
    assert found.value is not None
    assert found.value.titles["work"] == "Experience"
