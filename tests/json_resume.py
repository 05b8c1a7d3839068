"""JSON Resume 1.2 as a JSON Schema: the fields of https://jsonresume.org/schema and their forms.

Written from the published field list; unlike there, a field that the list does not have is an
error, but for lapel's own ``sections``, the ``authors`` of publications and the ``language`` of
``meta``. A file names the version that it follows: 1.0.0 allowed no ``sections``, and a certificate
no date without its day.
"""

from typing import Any

Schema = dict[str, Any]
TEXT: Schema = {"type": "string", "minLength": 1}
TEXTS: Schema = {"type": "array", "items": TEXT, "minItems": 1}
DAY: Schema = {"type": "string", "pattern": r"^[12]\d{3}(-[01]\d(-[0-3]\d)?)?$"}
URI: Schema = {"type": "string", "format": "uri", "pattern": r"^[a-z]+:\S+$"}
EMAIL: Schema = {"type": "string", "format": "email", "pattern": "@"}
FORMS = {
    "url": URI,
    "email": EMAIL,
    "startDate": DAY,
    "endDate": DAY,
    "date": DAY,
    "releaseDate": DAY,
    "highlights": TEXTS,
    "courses": TEXTS,
    "keywords": TEXTS,
    "roles": TEXTS,
}


def fields(names: str, **others: Schema) -> Schema:
    """An object of these fields, each in its form."""
    known = {name: FORMS.get(name, TEXT) for name in names.split()} | others
    return {"type": "object", "properties": known, "additionalProperties": False}


def items(names: str, **others: Schema) -> Schema:
    """A list of such objects."""
    return {"type": "array", "items": fields(names, **others), "minItems": 1}


VERSION = "v1.2.1"
SCHEMA: Schema = fields(
    "",
    basics=fields(
        "name label image email phone url summary",
        location=fields("address postalCode city countryCode region"),
        profiles=items("network username url"),
    ),
    work=items("name location description position url startDate endDate summary highlights"),
    volunteer=items("organization location description position url startDate endDate highlights"),
    education=items("institution url area studyType startDate endDate score courses"),
    awards=items("title date awarder summary"),
    certificates=items("name date url issuer"),
    publications=items("name authors publisher releaseDate url summary"),
    skills=items("name level keywords"),
    languages=items("language fluency"),
    interests=items("name keywords"),
    projects=items("name description highlights keywords startDate endDate url roles entity type"),
    sections={"type": "array"},
    meta=fields("canonical lastModified language", version={"const": VERSION}),
    **{
        "$schema": {
            "const": f"https://raw.githubusercontent.com/jsonresume/resume-schema/{VERSION}/schema.json"
        }
    },
)
