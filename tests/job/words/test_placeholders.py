"""What counts as a placeholder, by its words rather than its brackets."""

import pytest

from lapel.job.words.placeholders import is_placeholder, placeholders_in, without_brackets


@pytest.mark.parametrize(
    "text",
    [
        *("[To be determined]", "[Skill 1]", "<<PENDING|company name>>", "TBD", "tbd.", "N/A"),
        *("[Company Name]", "[customize]", "...", "…", "???", "[ ]", "[]", "", "  ", "<company>"),
        *("[customize - include personal connection if applicable]", "**TBD**", "{{company}}"),
        *("[Insert job description here]", "[Your Name]", "[YYYY-MM-DD]", "[Company/Project 2]"),
        *("[Employer 1]", "(TBD)", "____", "[Hiring Manager Name]"),
        *("[Paste the full posting]", "[Yes/No]", "`[URL]`", "[Opening paragraph]"),
        "[Describe how you meet the requirements]",
    ],
)
def test_a_leftover_is_a_placeholder(text: str) -> None:
    """Words of a template stand for a value still to come."""
    assert is_placeholder(text)


@pytest.mark.parametrize(
    "text",
    [
        "[Highlight experience developing production-grade systems and technical leadership]",
        *("Pending", "PENDING", "Etsy", "[Etsy]", "[Job posting on Etsy Careers site]", "X Corp"),
        *("R", "No", "[Company Name](https://x.example)", "Company", "Go", "3M", "N/A Motors"),
        "[Describe how I automated the monthly report, as they have reports to automate]",
        *("[mentoring]", "To be honest, I love it", "Customize the summary", "<ines@x.example>"),
    ],
)
def test_a_value_is_none(text: str) -> None:
    """An instruction, a status, a name or a link says something, in brackets or not."""
    assert not is_placeholder(text)


def test_placeholders_within_a_text_are_found() -> None:
    """A text that says more keeps its placeholders, and they are found in it."""
    text = "Say why [Company Name] and <<PENDING|team>> appeal to [Ines], see [link](https://x.y)"
    assert placeholders_in(text) == ("<<PENDING|team>>", "[Company Name]")


def test_brackets_around_an_instruction_go() -> None:
    """Brackets go, unless a link or a placeholder needs them."""
    assert without_brackets("[Highlight audits] at [Company Name]") == (
        "Highlight audits at [Company Name]"
    )
    assert without_brackets("see [audits](https://x.example)") == "see [audits](https://x.example)"
