"""Texts per language: the one asked for is read, and what is not in it is named."""

import jsonschema
import pytest
import yaml

from lapel.profile.json_schema import profile_json_schema
from lapel.profile.model import Profile
from lapel.profile.reading import parse_profile
from lapel.source.diagnostics import Outcome
from tests.given import source_of

WRITTEN = """\
language: en
basics:
  name: {en: Anna Weiss, ja: ヴァイス・アンナ}
  label: {en: Interpreter, de: Dolmetscherin}
  location: {en: Munich, de: München}
work:
  - name: {en: Foreign Office, de: Auswärtiges Amt}
    position: {en: Staff interpreter, de: Dolmetscherin}
    startDate: 2019
    highlights:
      - {en: Interpreted nine trials, de: Neun Verhandlungen gedolmetscht}
      - text: {en: Trained two interns}
        wordings: {short: {en: Trained two, de: Zwei angelernt}}
      - Ran the booth
      - {text: {en: Kept quiet}, hidden: true}
skills:
  - name: {en: Tools, de: Werkzeuge}
    keywords: {en: [Booth, Notes], de: [Kabine, Notizen]}
  - {en: Driving, de: Autofahren}
"""


def read(text: str, language: str | None = None) -> Outcome[Profile]:
    source = source_of(text, "profile.yaml")
    return parse_profile(source, language)


def profile(language: str | None = None) -> Profile:
    found = read(WRITTEN, language).value
    assert found is not None
    return found


def test_the_language_asked_for_is_read_everywhere() -> None:
    """Names, titles, bullets, wordings, lists and bare skills come out in German."""
    anna = profile("de")
    [entry] = anna.entries
    assert anna.basics.label is not None
    assert entry.organisation is not None
    assert (anna.basics.label.markdown, anna.basics.location) == ("Dolmetscherin", "München")
    assert (entry.title.markdown, entry.organisation.name.markdown) == (
        "Dolmetscherin",
        "Auswärtiges Amt",
    )
    assert entry.highlights[0].text.markdown == "Neun Verhandlungen gedolmetscht"
    assert entry.highlights[1].wordings[0].text.markdown == "Zwei angelernt"
    assert [group.name.markdown for group in anna.skills] == ["Werkzeuge", "Autofahren"]
    assert [keyword.markdown for keyword in anna.skills[0].keywords] == ["Kabine", "Notizen"]


def test_ids_are_the_same_in_every_language() -> None:
    """A pin of a job file holds whichever language is asked for, and both names place a note."""
    english, german = profile(), profile("de")
    assert english.places().keys() == german.places().keys()
    assert german.entries[0].aliases == ("Staff interpreter",)
    assert german.entries[0].organisation is not None
    assert german.entries[0].organisation.aliases == ("Foreign Office",)


def test_what_is_missing_is_named_with_its_lines() -> None:
    """One warning counts the sentences that stay in the main language; hidden ones do not count."""
    [warning] = read(WRITTEN, "de").diagnostics
    assert warning.code == "not-translated"
    assert warning.place is not None
    assert warning.place.line == 12
    assert warning.message == "2 texts not in “de”: lines 12, 14"
    assert read(WRITTEN).diagnostics == ()
    assert read(WRITTEN, "en-GB").diagnostics == ()


@pytest.mark.parametrize(
    ("asked", "language"), [(None, "en"), ("de", "de"), ("de-AT", "de-AT"), ("fr", "en")]
)
def test_a_profile_has_the_language_of_most_of_its_texts(asked: str | None, language: str) -> None:
    """Matching goes by it: who asks for French and has none gets English texts."""
    assert profile(asked).language == language


def test_a_text_in_one_language_only_is_shown() -> None:
    """Nothing leaves the page for want of a translation."""
    found = read("basics: {name: {ja: 安奈}}\nsummary: {fr: Bonjour}", "de").value
    assert found is not None
    assert found.basics.name.markdown == "安奈"
    assert found.summaries[0].text.markdown == "Bonjour"


def test_a_key_that_is_no_language_is_an_error() -> None:
    """A mapping that is no text per language is still reported at its place."""
    [error] = read("basics: {name: A B, label: {en: Cook, german: Koch}}").errors
    assert error.message == "`german` is not a language tag"
    assert error.place is not None
    assert error.place.column == 39


@pytest.mark.parametrize(
    "written", ["summary: {en: Plans, builds, de: Plant}", "awards: [{en: Best, first, de: Erste}]"]
)
def test_a_comma_inside_braces_is_explained(written: str) -> None:
    """YAML takes it for the end of the text."""
    [error] = read(f"basics: {{name: A B}}\n{written}").errors
    assert "a comma ends a text inside braces" in error.message
    assert error.place is not None
    assert error.place.line == 2


def test_a_bullet_that_begins_with_a_tag_keeps_its_fields() -> None:
    """`id:` is Indonesian and a field: the field counts."""
    outcome = read("basics: {name: A B}\nprojects: [{name: P, highlights: [{id: x, text: y}]}]")
    assert outcome.value is not None
    assert outcome.value.entries[0].highlights[0].id == "p/x"


def test_the_schema_takes_what_reading_takes() -> None:
    """An editor marks no text per language."""
    jsonschema.validate(yaml.safe_load(WRITTEN), profile_json_schema())
