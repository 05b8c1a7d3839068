"""Web addresses as they are typed, linked and shown."""

import pytest

from lapel.document.addresses import (
    LONGEST_SHOWN,
    href_of,
    phone_href,
    shortened_address,
    shown_address,
)


@pytest.mark.parametrize(
    ("typed", "href", "shown"),
    [
        ("example.com", "https://example.com", "example.com"),
        ("//example.com/", "https://example.com/", "example.com"),
        ("HTTP://www.example.com/a/", "HTTP://www.example.com/a/", "example.com/a"),
        ("mailto:a@example.com", "mailto:a@example.com", "mailto:a@example.com"),
        ("JavaScript:alert(1)", "", "JavaScript:alert(1)"),
        ("", "", ""),
    ],
)
def test_an_address_leads_where_its_writer_meant(typed: str, href: str, shown: str) -> None:
    """What has no scheme is on the web; nobody reads a scheme."""
    assert (href_of(typed), shown_address(typed)) == (href, shown)


HOST = "portfolio.example.com"
LONG = "x" * (LONGEST_SHOWN - len(HOST) - 1)


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        (f"{HOST}/{LONG}", f"{HOST}/{LONG}"),  # just short enough
        (f"{HOST}/{LONG}y", f"{HOST}/…"),
        (f"{HOST}/{LONG[2:]}?page=1", f"{HOST}/{LONG[2:]}?…"),
        (f"{HOST}/{LONG[1:]}?page=1", f"{HOST}/…"),
        (f"{HOST}/works/{LONG}", f"{HOST}/works/…"),
        (f"{HOST}/{LONG[2:]}/y/z", f"{HOST}/{LONG[2:]}/…"),
        (f"{HOST}/{LONG[1:]}/y/z", f"{HOST}/…"),
        ("a" * 60, "a" * 60),
    ],
)
def test_a_long_address_is_cut_at_a_part(address: str, shown: str) -> None:
    """What is shown fits to the letter, and says with "…" that something is left out."""
    assert shortened_address(address) == shown


@pytest.mark.parametrize(
    ("phone", "called"),
    [
        ("(912) 555-0100", "9125550100"),
        ("+44 (0)7700 900 123", "+447700900123"),
        ("+1 (850) 555-0199 ext. 4", "+18505550199;ext=4"),
        ("555-0199 x12", "5550199;ext=12"),
        ("+91 98400 00000, 044-2434 0000 (res.)", "+919840000000"),
        ("020 7946 0123 / 07700 900123", "02079460123"),
        ("0171/123456", "0171123456"),
    ],
)
def test_a_telephone_calls_the_first_number_as_from_abroad(phone: str, called: str) -> None:
    """The zero that is dialled at home alone is left out, an extension is dialled after it."""
    assert phone_href(phone) == f"tel:{called}"
