"""Quotation marks and apostrophes by the document's language."""

import pytest

from lapel.rendering.marks import set_marks, text_in_marks
from lapel.text.inline import Run
from tests.given import locale_words

ENGLISH = (
    ('Known as "the fixer" on site', "Known as “the fixer” on site"),
    ("It's the nurses' room, O'Brien's ward", "It’s the nurses’ room, O’Brien’s ward"),
    (
        "Rock 'n' roll, the '90s, the 1990's",
        "Rock ’n’ roll, the ’90s, the 1990’s",
    ),
    ("Told them \"it's 'safe' to stop\"", "Told them “it’s ‘safe’ to stop”"),
    ('Won "Best in Show", "Best in Class".', "Won “Best in Show”, “Best in Class”."),
    ('("Line of the Year")', "(“Line of the Year”)"),
    ('Listed in "Top 50" and "Top 10"', "Listed in “Top 50” and “Top 10”"),
    ('Cut the "a 3.5" drive" returns', 'Cut the “a 3.5" drive” returns'),
    ('Moved a 24" main and "quiet" pumps', 'Moved a 24" main and “quiet” pumps'),
    ("Coached a 5'11\" centre and a 6' guard", "Coached a 5'11\" centre and a 6' guard"),
    ("Laid 3/4\" ply and 2'x4' panels", "Laid 3/4\" ply and 2'x4' panels"),
    ('Set lang="en" and print("x") in code', 'Set lang="en" and print("x") in code'),
    ("Read os.environ['HOME'] once", "Read os.environ['HOME'] once"),
    (
        "Bob's_notes.docx to o'brien@example.com",
        "Bob's_notes.docx to o'brien@example.com",
    ),
    ("See https://example.com/it's", "See https://example.com/it's"),
    ("A lone \" stays, and a lone ' too", "A lone \" stays, and a lone ' too"),
    ('Never closed: "the rest', 'Never closed: "the rest'),
    ("Already “set” and ’tis so", "Already “set” and ’tis so"),
    ("'Twas the night shift; 'Quiet Hours' began", "’Twas the night shift; ‘Quiet Hours’ began"),
    ('Ran "Line 3"—the "hot" one', "Ran “Line 3”—the “hot” one"),
    (
        "34 days in the yard - steel, tanks -- on time",
        "34 days in the yard – steel, tanks – on time",
    ),
    ("Open 9 - 5, well-kept, -3 °C, C-", "Open 9 – 5, well-kept, -3 °C, C-"),
    (
        "Taught 10-12 people in 2019-2021, FY2021-22 and 1998-99",
        "Taught 10–12 people in 2019–2021, FY2021–22 and 1998–99",
    ),
    ("Cut it by 10-15%, 5%-8% and $3-5 million", "Cut it by 10–15%, 5%–8% and $3–5 million"),
    ("Grades 9-12, 24-48 hours, 8-10-week terms", "Grades 9–12, 24–48 hours, 8-10-week terms"),
    (
        "To ASCE 7-16 wind loads, on 2021-03-15 and in 2021-03; dial 555-0142 or 020 123-456 now",
        "To ASCE 7-16 wind loads, on 2021-03-15 and in 2021-03; dial 555-0142 or 020 123-456 now",
    ),
    ("Won 3-2 at home, a 50-50 split, page 2-14", "Won 3-2 at home, a 50-50 split, page 2-14"),
    (
        "Associate editor, 2020-present, of 2019-style work",
        "Associate editor, 2020–present, of 2019-style work",
    ),
    ("CVE-2021-22 and part 12-0918", "CVE-2021-22 and part 12-0918"),
    ("Class of '08, winter '12", "Class of ’08, winter ’12"),
    ("Goin' strong at Dunkin' since 2012", "Goin’ strong at Dunkin’ since 2012"),
)
LANGUAGES = (
    (
        "de",
        "Das \"Haus am See\" war 'klein', ging's gut",
        "Das „Haus am See“ war ‚klein‘, ging’s gut",
    ),
    ("de", "Leitet 5-7 Fachkräfte, 2019-heute", "Leitet 5–7 Fachkräfte, 2019–heute"),
    ("fr", "A monté \"L'Avare\" à l'Odéon", "A monté «\u00a0L’Avare\u00a0» à l’Odéon"),
    ("es", 'Premio "Mejor Sala"', "Premio «Mejor Sala»"),
    ("pt", 'Prêmio "Melhor Sala" d\'Oeste', "Prêmio “Melhor Sala” d’Oeste"),
    ("pt-PT", 'Prémio "Melhor Sala"', "Prémio «Melhor Sala»"),
    ("it", 'Premio "Sala d\'oro"', "Premio «Sala d’oro»"),
    ("nl", 'Werkte \'s nachts aan "De Zee"', "Werkte ’s nachts aan “De Zee”"),
    ("pl", 'Nagroda "Złota Scena"', "Nagroda „Złota Scena”"),
    ("sv", 'Priset "Bästa scen"', "Priset ”Bästa scen”"),
    ("ar", 'جائزة "أفضل مسرح"', "جائزة «أفضل مسرح»"),
    ("he", 'פרס "הבמה" של צה"ל', 'פרס ”הבמה” של צה"ל'),
    ("ko", '"최고의 무대" 수상', "“최고의 무대” 수상"),
    ("ja", '"Best Stage" 受賞', '"Best Stage" 受賞'),
    ("zh", 'O\'Brien "Best Stage"', 'O\'Brien "Best Stage"'),
    ("de-CH", 'Das "Haus am See"', "Das «Haus am See»"),
)


@pytest.mark.parametrize(("typed", "expected"), ENGLISH)
def test_marks_are_told_by_their_place(typed: str, expected: str) -> None:
    """Pairs and apostrophes turn; measures, code, addresses, names of files and halves stay."""
    assert set_in("en", typed) == expected


@pytest.mark.parametrize(("language", "typed", "expected"), LANGUAGES)
def test_marks_are_the_languages(language: str, typed: str, expected: str) -> None:
    """As its typesetters set them; where an input method types what is meant they stay."""
    assert set_in(language, typed) == expected


def test_a_pair_may_begin_in_one_look_and_end_in_another() -> None:
    """Each mark keeps the look that it was typed in."""
    words = locale_words("en")
    runs = (Run('Led "'), Run("Quiet Hours", strong=True), Run('" for years'))
    assert [run.text for run in set_marks(runs, words.marks)] == [
        "Led “",
        "Quiet Hours",
        "” for years",
    ]


def test_an_address_shown_as_a_link_stays() -> None:
    """Whoever types it from the page has to find it."""
    words = locale_words("en")
    runs = (Run("example.com/o'brien", href="https://example.com/o'brien"),)
    assert set_marks(runs, words.marks) == runs


def set_in(language: str, typed: str) -> str:
    words = locale_words(language)
    return text_in_marks(typed, words.marks)
