"""Each rule finds what it is for, at the line where a parser meets it, and is quiet otherwise."""

from collections.abc import Callable, Iterator

import pytest
from msgspec.structs import replace

from lapel.checks.produced.alignment import Alignment, align
from lapel.checks.produced.characters import check_characters
from lapel.checks.produced.contact import check_contact
from lapel.checks.produced.folder import RULES
from lapel.checks.produced.links import check_links
from lapel.checks.produced.model import ReadFile
from lapel.checks.produced.properties import check_properties
from lapel.checks.produced.roles import check_roles
from lapel.checks.produced.words import check_words
from lapel.source.diagnostics import Diagnostic
from tests.checks.produced.lines import READ, RESUME, line, read_file

Rule = Callable[[ReadFile, Alignment], Iterator[Diagnostic]]
MAIL = "mailto:ada@example.org"


def found(rule: Rule, *lines: str, links: tuple[str, ...] = (MAIL,)) -> list[str]:
    """What a rule says of a file that reads like this: line and message."""
    read = read_file(*lines, links=links)
    return [f"{d.place.line}: {d.message}" for d in rule(read, align(RESUME, read)) if d.place]


def changed(old: str, *new: str) -> list[str]:
    """The read lines with one of them replaced."""
    at = READ.index(old)
    return [*READ[:at], *new, *READ[at + 1 :]]


def moved(what: str, before: str) -> list[str]:
    """The read lines with one of them moved."""
    rest = [text for text in READ if text != what]
    at = rest.index(before)
    return [*rest[:at], what, *rest[at:]]


@pytest.mark.parametrize("rule", RULES)
def test_a_file_that_reads_well_has_no_problem(rule: Rule) -> None:
    """Wrapped lines, separators, bullets and the blanks before an aside are as they should be."""
    assert found(rule, *READ) == []


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (changed("• Baked rye"), ["8: “Baked rye” is lost"]),
        (
            changed("Head Baker  Mar 2021 – Present", "Head Baker"),
            ["6: “Mar 2021 Present” is lost"],
        ),
        (
            changed("• Led a cross-functional crew", "• Led a cross- functional crew"),
            ["6: “cross-functional” reads “cross- functional”"],
        ),
        (changed("• Led a cross-functional crew", "• Led a cross-", "functional crew"), []),
        (
            changed("• Led a cross-functional crew", "• Led a cross-func", "tional crew"),
            ["6: “cross-functional” reads “cross-func tional”"],
        ),
        (
            changed("• Led a cross-functional crew", "• Leda cross-functional crew"),
            ["6: “Led a” reads “Leda”"],
        ),
        (
            changed("of nine", "of ten"),
            ["7: “nine” is lost", "7: “ten” is in the file and not in what lapel wrote"],
        ),
        (moved("• Swept the floor", "Experience"), ["3: “Swept the floor” is read out of order"]),
        (["• LED A CROSS-FUNCTIONAL CREW" if x.startswith("• Led") else x for x in READ], []),
    ],
)
def test_words(lines: list[str], expected: list[str]) -> None:
    """Words that are lost, torn, moved or added are named; capitals are a matter of looks."""
    assert found(check_words, *lines) == expected


def test_links() -> None:
    """A link without its address is lost; one that nobody planned is named."""
    assert found(check_links, *READ, links=()) == [
        f"2: the link behind “ada@example.org” is lost: {MAIL}"
    ]
    assert found(check_links, *READ, links=(MAIL, "https://x.example/")) == [
        "1: a link in the file is not in what lapel wrote: https://x.example"
    ]
    assert found(check_links, *READ, links=(MAIL, MAIL)) == []  # one that goes on in a new line
    plan = (line("line", "Ada", links={"Ada": "https://x.example/a b/"}),)
    read = read_file("Ada", links=("https://x.example/a%20b",))
    assert list(check_links(read, align(plan, read))) == []


def test_contact() -> None:
    """The name is first and alone, and no item is on two lines."""
    assert found(check_contact, *changed("Ada Lund", "Ada Lund Experience")) == [
        "1: the first line a parser reads is not the name “Ada Lund” alone"
    ]
    torn = changed("Ulm | ada@example.org", "Ulm | ada@", "example.org")
    assert found(check_contact, *torn) == ["2: “ada@example.org” is on no line whole"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            moved("2016 – 2021", "Experience"),
            ["3: “2016 – 2021” is read apart from “Baker”"],
        ),
        (
            [*moved("• Swept the floor", "2016 – 2021")],
            ["11: “2016 – 2021” is read apart from “Baker”"],
        ),
        (
            moved("Harbor Mill  Ulm", "• Baked rye"),
            ["4: “Head Baker” is read apart from “Harbor Mill”"],
        ),
    ],
)
def test_roles(lines: list[str], expected: list[str]) -> None:
    """Employer, title and dates belong together, before the first bullet."""
    assert found(check_roles, *lines) == expected


def test_dates_on_the_line_of_the_first_bullet_are_after_it() -> None:
    """Dates at the right of a short bullet's line are read with the bullet."""
    lines = [*changed("2016 – 2021")[:-1], "• Swept the floor  2016 – 2021"]
    assert found(check_roles, *lines) == [
        "10: “2016 – 2021” of “Baker” is read after the first bullet"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the oﬃce", "1:6: a ligature is read here (U+FB03)"),
        ("co\u00adworker", "1:3: a soft hyphen is read here (U+00AD)"),
        ("a\u200bb", "1:2: an invisible character is read here (U+200B)"),
        ("\uf095 555", "1:1: a character of an icon font is read here (U+F095)"),
        ("a (cid:17) b", "1:3: a glyph without a character is read here"),
        ("two  blanks", "1:4: two blanks are read here"),
        ("Ulm ·  Bonn", "1:6: two blanks are read here"),
        ("Baker  2016 – 2021", None),
    ],
)
def test_characters(text: str, expected: str | None) -> None:
    """What nobody sees is named with line and column; blanks before dates part two columns."""
    read = read_file(text)
    places = [
        f"{d.place.line}:{d.place.column}: {d.message}"
        for d in check_characters(read, align(RESUME, read))
        if d.place
    ]
    assert places == ([expected] if expected else [])


def test_properties() -> None:
    """A file that says nothing of itself, or leaves its fonts at home, is told so."""
    bare = replace(read_file("x"), title="", language="", tagged=False, loose_fonts=("Helvetica",))
    assert [d.code for d in check_properties(bare, align((), bare))] == [
        "no-property",
        "no-property",
        "not-tagged",
        "loose-font",
    ]
