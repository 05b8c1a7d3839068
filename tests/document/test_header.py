"""The header: how a person is named and reached."""

import pytest
from msgspec.structs import replace

from lapel.document.header import draft_header
from lapel.document.personal import with_personal
from lapel.locale.words import Words
from lapel.profile.model import Basics, Link
from lapel.text.inline import Run
from lapel.theme.styles import ContactItem, ContactStyle
from tests.document.builders import PLACE
from tests.given import locale_words, text

ENGLISH = locale_words("en")


def contact(basics: Basics, words: Words = ENGLISH) -> list[Run]:
    """The items of the contact line, without what stands between them."""
    (line,) = [
        block
        for block in draft_header(basics, words, " | ", ContactStyle())
        if block.id == "header/contact"
    ]
    return [run for run in line.text if run.text != " | "]


def links(*pages: tuple[str, str], url: str = "") -> list[Run]:
    """The contact line of a person with these pages, each a label and an address."""
    made = tuple(Link(label, address, PLACE) for label, address in pages)
    return contact(Basics(text("Ada Rowe"), url=url, links=made))


def test_a_header_has_a_name_a_headline_and_a_contact_line() -> None:
    """Place, telephone, mail and pages stand in one line, and those that can lead somewhere do."""
    basics = Basics(
        text("Ada Rowe"),
        label=text("Head of **Data**"),
        email="ada@rowe.example",
        phone="(912) 555-0100",
        url="https://rowe.example",
        location="Savannah, GA",
    )
    assert [block.id for block in draft_header(basics, ENGLISH, " | ", ContactStyle())] == [
        "header/name",
        "header/headline",
        "header/contact",
    ]
    assert contact(basics) == [
        Run("Savannah, GA"),
        Run("(912) 555-0100", href="tel:9125550100"),
        Run("rowe.example", href="https://rowe.example"),
        Run("ada@rowe.example", href="mailto:ada@rowe.example"),
    ]


HOME = Basics(
    text("Ada Rowe"),
    location="Dresden, Sachsen",
    street="Lärchenweg 14",
    postal_code="01309",
    city="Dresden",
    region="Sachsen",
)


@pytest.mark.parametrize(
    ("language", "basics", "shown"),
    [
        ("de", HOME, "Lärchenweg 14, 01309 Dresden"),
        ("de-AT", HOME, "Lärchenweg 14, 01309 Dresden"),
        ("fr", HOME, "Lärchenweg 14, 01309 Dresden"),
        ("ja", replace(HOME, region="", city="港区", street="芝1-1"), "〒01309 港区芝1-1"),
        ("de", replace(HOME, postal_code=""), "Dresden, Sachsen"),
        ("de", replace(HOME, street=""), "Dresden, Sachsen"),
        (
            "de",
            replace(HOME, street="Am Hang 1, 01309 Dresden", city=""),
            "Am Hang 1, 01309 Dresden",
        ),
        ("en", HOME, "Dresden, Sachsen"),
        ("en-GB", HOME, "Dresden, Sachsen"),
    ],
)
def test_a_postal_address_stands_where_the_language_expects_it(
    language: str, basics: Basics, shown: str
) -> None:
    """Whole, as an envelope has it, or not at all; elsewhere only the city and the region."""
    assert contact(basics, locale_words(language)) == [Run(shown)]


def test_personal_facts_are_the_contacts_last_line() -> None:
    """One leaf, so that a theme's rule is drawn once, below both; without a contact its own."""
    basics = Basics(text("Ada Rowe"), email="ada@rowe.example", nationality=text("Kenyan"))
    for known, ids in (
        (basics, ["name", "contact"]),
        (replace(basics, email=""), ["name", "personal"]),
    ):
        header = with_personal(
            draft_header(known, ENGLISH, " | ", ContactStyle()), known, " | ", ENGLISH
        )
        assert [block.id for block in header] == [f"header/{id}" for id in ids]
        assert "".join(run.text for run in header[-1].text).endswith("Nationality: Kenyan")


def test_a_person_without_contact_has_no_empty_line() -> None:
    """A name alone is a header."""
    assert [
        block.id for block in draft_header(Basics(text("Ada Rowe")), ENGLISH, " | ", ContactStyle())
    ] == ["header/name"]


@pytest.mark.parametrize(
    ("typed", "shown", "href"),
    [
        ("https://www.rowe.example/", "rowe.example", "https://www.rowe.example/"),
        ("http://rowe.example/a/", "rowe.example/a", "http://rowe.example/a/"),
        ("linkedin.com/in/ada", "linkedin.com/in/ada", "https://linkedin.com/in/ada"),
        ("www.rowe.example", "rowe.example", "https://www.rowe.example"),
        ("rowe.example:8080", "rowe.example:8080", "https://rowe.example:8080"),
        ("//rowe.example", "rowe.example", "https://rowe.example"),
        ("HTTPS://Rowe.example", "Rowe.example", "HTTPS://Rowe.example"),
        ("mailto:ada@rowe.example", "mailto:ada@rowe.example", "mailto:ada@rowe.example"),
        ("javascript:alert(1)", "javascript:alert(1)", ""),
        ("file:///home/ada/cv.pdf", "file:///home/ada/cv.pdf", ""),
    ],
)
def test_an_address_leads_where_it_says_however_it_is_typed(
    typed: str, shown: str, href: str
) -> None:
    """Scheme, www. and a last slash are not shown; without a scheme it is on the web; where neither
    the web nor mail is meant, it is no link.
    """
    assert links(url=typed) == links(("Page", typed)) == [Run(shown, href=href)]


LONG = "shop.example/a/very/long/path/that/goes/on/and/on/until/it/ends/some/where"
CUT = f"{LONG[:69]}…"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        (f"https://{LONG}"[:80], LONG[:72]),
        (
            f"https://{LONG}",
            CUT,
        ),
        (
            f"https://{LONG}?x=1",
            CUT,
        ),
        (f"linkedin.com/in/ada?trk={'public' * 9}", "linkedin.com/in/ada?…"),
        ("a.example/#" + "x" * 70, "a.example?…"),
        ("a.example/" + "x" * 70, "a.example/…"),
        (f"{'x' * 70}.example", f"{'x' * 70}.example"),
        (f"{'x' * 70}.example/y", f"{'x' * 70}.example/…"),
    ],
)
def test_a_long_address_is_shown_short_and_leads_to_the_whole(typed: str, shown: str) -> None:
    """What is left out is marked, no part of a path is cut, and the link is whole."""
    (item,) = links(url=typed)
    assert item.text == shown
    assert item.href.removeprefix("https://") == typed.removeprefix("https://")


def test_two_long_addresses_that_look_alike_both_stand() -> None:
    """They are told apart by what they lead to."""
    pages = [f"https://{LONG}/{n}" for n in "12"]
    assert [item.href for item in links(*(("Page", page) for page in pages))] == pages


def test_a_user_name_without_an_address_is_shown_and_leads_nowhere() -> None:
    """No address is guessed from a network's name."""
    assert links(("GitHub: ada", "")) == [Run("GitHub: ada")]


def test_one_page_stands_once() -> None:
    """An own page that is among the networks too is not repeated."""
    assert links(("Site", "rowe.example"), ("Git", "git.example"), url="rowe.example") == [
        Run("rowe.example", href="https://rowe.example"),
        Run("git.example", href="https://git.example"),
    ]


def test_a_theme_says_the_order_and_whether_addresses_have_their_scheme() -> None:
    """E-mail may come first; an address that would be too long is shown short all the same."""
    basics = Basics(
        text("Ada Rowe"), email="ada@rowe.example", phone="1", url="rowe.example", location="Oslo"
    )
    order = tuple(reversed(ContactItem))
    (_, line) = draft_header(basics, ENGLISH, "|", ContactStyle(order, shows_scheme=True))
    shown = [run.text for run in line.text if run.text != "|"]
    assert shown == ["ada@rowe.example", "https://rowe.example", "1", "Oslo"]
    whole = replace(basics, url=f"https://{LONG[:72]}")  # that others show whole has it too
    (_, line) = draft_header(whole, ENGLISH, "|", ContactStyle(order, shows_scheme=True))
    assert line.text[2].text == whole.url
    long = replace(basics, url=f"https://{LONG}")
    (_, line) = draft_header(long, ENGLISH, "|", ContactStyle(order, shows_scheme=True))
    assert line.text[2].text == CUT
    odd = replace(basics, url="file:///cv.pdf", email="ask me")
    (_, line) = draft_header(odd, ENGLISH, "|", ContactStyle(order, shows_scheme=True))
    assert line.text[:3:2] == (Run("ask me"), Run("file:///cv.pdf"))
