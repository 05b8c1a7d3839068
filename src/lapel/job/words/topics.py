"""The topics that the parts of a job file can have."""

from enum import StrEnum


class Topic(StrEnum):
    """What a part of a job file is about. Topics of notes have the note kinds' values."""

    TITLE = "title"
    COMPANY = "company"
    POSITION = "position"
    URL = "url"
    STATUS = "status"
    APPLICATION_DATE = "application-date"
    RECIPIENT = "recipient"
    DESCRIPTION = "description"
    COMPANY_DETAILS = "company-details"
    NOTES = "notes"
    EMPHASIS = "emphasis"
    HINT = "hint"
    IDEA = "idea"
    LETTER_POINT = "letter-point"
    CONNECTION = "connection"
    OTHER = "other"


FIELDS = frozenset(
    {
        Topic.COMPANY,
        Topic.POSITION,
        Topic.URL,
        Topic.STATUS,
        Topic.APPLICATION_DATE,
        Topic.RECIPIENT,
    }
)
SINGLE = FIELDS - {Topic.STATUS, Topic.RECIPIENT}
"""The fields with a single value."""
EMPLOYERS = frozenset({Topic.DESCRIPTION, Topic.COMPANY_DETAILS})
NOTES = frozenset(
    {
        Topic.NOTES,
        Topic.EMPHASIS,
        Topic.HINT,
        Topic.IDEA,
        Topic.LETTER_POINT,
        Topic.CONNECTION,
    }
)
