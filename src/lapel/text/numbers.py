"""Numbers in words: "seven", "nineteen", "forty", for larger ones several words; and years."""

UNITS = {
    word: value
    for value, word in enumerate(
        (
            *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
            *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
            *("eighteen", "nineteen"),
        ),
        start=1,
    )
}
TENS = {
    word: 10 * value
    for value, word in enumerate(
        ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"), start=2
    )
}
NUMERALS = UNITS | TENS
"""The value of every number that is one word, from one to ninety."""
YEAR = r"(?:19|20)\d\d"
"""A pattern for anything read as a year."""
