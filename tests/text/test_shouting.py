"""Texts in capitals."""

import pytest

from lapel.text.shouting import is_shouted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("LED A TEAM OF NINE", True),
        ("5+ YEARS IN ICU", True),
        ("MANAGED BUDGET OF $2m", True),
        ("LED THE TEAM OF Dr. McKay IN THE ICU", True),
        ("NO CAR", False),
        ("Ran DNS, DHCP, NTP, LDAP", False),
        ("mention DNS, DHCP, VPN, WSUS, LDAP, TLS", False),
        ("AWS, GCP and SQL", False),
        ("2019 – 2021", False),
    ],
)
def test_capitals_throughout_are_shouting(text: str, expected: bool) -> None:
    """Nearly all letters are capitals, from the first word on, and it is more than a name."""
    assert is_shouted(text) is expected
