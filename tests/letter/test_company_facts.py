"""What the notes on a company say of it, said to it."""

import pytest

from lapel.letter.company_facts import to_you


@pytest.mark.parametrize(
    ("company", "sentence", "said"),
    [
        (
            "River Foundation",
            "After the 2024 flood it paid out $4M in relief within six weeks.",
            "After the 2024 flood you paid out $4M in relief within six weeks.",
        ),
        (
            "River Foundation",
            "The foundation has supported the towns since 1974.",
            "You have supported the towns since 1974.",
        ),
        (
            "Willamette Smiles",
            "Willamette has been serving families since 1988 and runs a free dental day.",
            "You have been serving families since 1988 and run a free dental day.",
        ),
        (
            "Mercy Ridge Medical Center",
            "Mercy Ridge is a Magnet hospital and pays tuition for employees.",
            "You are a Magnet hospital and pay tuition for employees.",
        ),
        (
            "Acme Tool",
            "Acme has 3 plants and stores across Ohio.",
            "You have 3 plants and stores across Ohio.",
        ),
        ("Acme Tool", "Its courses reach 400 hospitals.", "Your courses reach 400 hospitals."),
        ("Acme Tool", "In 2023, Acme was named best.", "In 2023, you were named best."),
        ("Acme Tool", "Acme trains cooks and works to end hunger.", ""),
        ("Acme Tool", "More than 5,000 shops use it.", ""),
        ("Acme Tool", "It takes two years to become a journeyman.", ""),
        ("Acme Tool", "Founded in 1950, Acme makes tools.", ""),
        ("Acme Tool", "We want you to grow.", ""),
    ],
)
def test_a_sentence_about_the_company_is_said_to_it(company: str, sentence: str, said: str) -> None:
    """The company is "you" where the sentence is certain to be about it; else nothing is said."""
    assert to_you(sentence, company) == said
