"""A letter in the person's own words begins as its language wants it behind the salutation."""

import pytest

from lapel.letter.model import Paragraph, Sentence, Source, SourceKind
from lapel.letter.own_words import go_on_small
from tests.given import locale_words


def begun(language: str, text: str) -> str:
    """The first sentence as it stands in a letter of the language."""
    words = locale_words(language)
    said = Sentence(text, (Source(SourceKind.NOTE, "letter-1"),), own=True)
    first, second = go_on_small(
        [Paragraph("", (said,)), Paragraph("", (said,))], words.letter.begins_small
    )
    assert second.sentences[0].text == text
    return first.sentences[0].text


@pytest.mark.parametrize(
    ("language", "written", "stands"),
    [
        ("de", "Ich bewerbe mich.", "ich bewerbe mich."),
        ("de", "Theater ist Handwerk.", "Theater ist Handwerk."),
        ("de", "Ihr Haus wird saniert.", "Ihr Haus wird saniert."),
        ("de-CH", "Seit 2019 leite ich ein Haus.", "seit 2019 leite ich ein Haus."),
        ("pl", "Piszę w sprawie oferty.", "piszę w sprawie oferty."),
        ("fr", "Je dirige un atelier.", "Je dirige un atelier."),
        ("en", "I run a shop.", "I run a shop."),
    ],
)
def test_the_text_goes_on_the_salutation_where_its_language_does(
    language: str, written: str, stands: str
) -> None:
    """German and Polish go on in small letters; a noun, a name and the polite "Ihr" stay."""
    assert begun(language, written) == stands
