"""Whether a text is in capitals throughout, so that they do not tell a name from a word."""

_FEWEST_WORDS = 3
_SHARE = 0.8


def is_shouted(text: str) -> bool:
    """Tell whether nearly all letters are capitals, from the first word on: "LED 12 SPRINTS FOR
    McKay", not "Ran DNS, DHCP, NTP, LDAP".
    """
    words = text.split()
    first = next((word for word in words if sum(map(str.isalpha, word)) > 1), "")
    letters = [*filter(str.isalpha, text)]
    capitals = sum(map(str.isupper, letters))
    return len(words) >= _FEWEST_WORDS and first.isupper() and capitals > _SHARE * len(letters)
