"""The tailored resume as JSON Resume (https://jsonresume.org/schema): the content of the page.

The schema has dates as ISO 8601 and addresses as URIs, so dates in words and invalid addresses are
left out. What is ongoing has no end. The person's own sections are under ``sections``, which the
schema allows since 1.1.0 and other readers pass over.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import groupby
from typing import Any

from lapel.document.addresses import href_of
from lapel.document.tree import Block
from lapel.locale.words import Words
from lapel.profile.model import Date, Entry, Link, Profile, SectionKind, Text
from lapel.selection.fitted import Fitted
from lapel.text.inline import runs_text
from lapel.text.regexes import regex
from lapel.theme.model import BlockKind

VERSION = "v1.2.1"
SCHEMA = f"https://raw.githubusercontent.com/jsonresume/resume-schema/{VERSION}/schema.json"
Fields = dict[str, Any]
_URI = regex(r"(https?|mailto|tel):[^\s<>\"{}|\\^`]+")
_EMAIL = regex(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+")


def render_json_resume(profile: Profile, fitted: Fitted, words: Words) -> str:
    """Return the people's facts of the profile with the bullets, skills and summary that were
    chosen.
    """
    bullets = _find_texts_on_page(fitted, BlockKind.BULLET)
    described = _find_texts_on_page(fitted, BlockKind.DESCRIPTION)
    shown = [entry for entry in profile.entries if entry.id in fitted.candidates]

    def told(entry: Entry) -> Fields:
        fields = _custom if entry.section is SectionKind.CUSTOM else SECTIONS[entry.section][1]
        texts = _place_texts(entry, described.get(entry.id, ()), bullets.get(entry.id, ()))
        return _drop_empty(fields(entry) | _drop_empty(texts))

    document: Fields = {"$schema": SCHEMA, "basics": _basics(profile, fitted, words)}
    for kind, (key, _) in SECTIONS.items():
        document[key] = [told(entry) for entry in shown if entry.section is kind]
    document["skills"] = list(_skills(profile, fitted, words))
    own = (entry for entry in shown if entry.section is SectionKind.CUSTOM)
    document["sections"] = [
        {"title": title, "entries": [told(entry) for entry in entries]}
        for title, entries in groupby(own, key=lambda entry: entry.custom_section)
    ]
    document["meta"] = {"version": VERSION, "language": words.language}
    return json.dumps(_drop_empty(document), ensure_ascii=False, indent=2) + "\n"


def _basics(profile: Profile, fitted: Fitted, words: Words) -> Fields:
    basics = profile.basics
    summary = next((b for b in fitted.document.blocks() if _is_summary(b)), None)
    return _drop_empty(
        {
            "name": _plain(basics.name),
            "label": _plain(basics.label),
            "email": basics.email if _EMAIL.fullmatch(basics.email) else "",
            "phone": basics.phone,
            "url": _uri(basics.url),
            "summary": runs_text(summary.text) if summary else "",
            "location": _drop_empty(
                {
                    "address": basics.street if words.address else "",
                    "postalCode": basics.postal_code if words.address else "",
                    "city": basics.city,
                    "region": basics.region,
                    "countryCode": basics.country_code,
                }
            ),
            "profiles": [fields for link in basics.links if (fields := _profile(link))],
        }
    )


def _profile(link: Link) -> Fields:
    return _drop_empty({"network": link.network, "username": link.username, "url": _uri(link.url)})


def _is_summary(block: Block) -> bool:
    return block.source != "" and block.kind == "paragraph"


def _find_texts_on_page(fitted: Fitted, kind: BlockKind) -> Mapping[str, tuple[str, ...]]:
    """Return the highlights of a kind on the page, by their entry's id, in the page's wording."""
    owners = {child.source: slot.source for slot in fitted.draft.slots() for child in slot.children}
    found: dict[str, tuple[str, ...]] = {}
    for block in fitted.document.blocks():
        owner = owners.get(block.source)
        if owner and block.kind is kind:
            found[owner] = (*found.get(owner, ()), runs_text(block.text))
    return found


def _place_texts(entry: Entry, described: tuple[str, ...], bullets: tuple[str, ...]) -> Fields:
    if entry.section in WITHOUT_HIGHLIGHTS:
        return {"summary": " ".join((*described, *bullets))}
    if entry.section is SectionKind.EDUCATION:
        return {"courses": [*described, *bullets]}
    key = "description" if entry.section is SectionKind.PROJECTS else "summary"
    return {key: " ".join(described), "highlights": list(bullets)}


def _role(entry: Entry, named: str) -> Fields:
    organisation = entry.organisation
    return {
        named: _plain(organisation.name) if organisation else "",
        "position": "" if entry.is_untitled else _plain(entry.title),
        **({"department": _plain(entry.detail)} if entry.detail else {}),  # allowed by the schema
        "location": entry.location,
        "description": _plain(organisation.description) if organisation else "",
        "url": _uri(organisation.url if organisation else entry.url),
        **_dates(entry),
    }


def _education(entry: Entry) -> Fields:
    school = entry.organisation
    return {
        "institution": _plain(school.name if school else entry.title),
        "url": _uri(school.url if school else entry.url),
        "studyType": _plain(entry.degree),
        "area": _plain(entry.area),
        "score": _plain(entry.detail),
        **_dates(entry),
    }


def _project(entry: Entry) -> Fields:
    return {
        "name": _plain(entry.title),
        "entity": _issuer(entry),
        "roles": [_plain(entry.detail)] if entry.detail else [],
        "description": _plain(entry.summary),
        "url": _uri(entry.url),
        "keywords": _keywords(entry),
        **_dates(entry),
    }


def _certificate(entry: Entry) -> Fields:
    named = {"name": _plain(entry.title), "issuer": _issuer(entry), "url": _uri(entry.url)}
    return {**named, "date": _iso(entry.start)}


def _award(entry: Entry) -> Fields:
    named = {"title": _plain(entry.title), "awarder": _issuer(entry)}
    return {**named, "date": _iso(entry.start), "summary": _plain(entry.summary)}


def _publication(entry: Entry) -> Fields:
    named = {"name": _plain(entry.title), "publisher": _issuer(entry), "url": _uri(entry.url)}
    authors = {"authors": _plain(entry.authors)} if entry.authors else {}  # allowed by the schema
    return {**named, **authors, "releaseDate": _iso(entry.start), "summary": _plain(entry.summary)}


def _language(entry: Entry) -> Fields:
    return {"language": _plain(entry.title), "fluency": _plain(entry.detail)}


def _interest(entry: Entry) -> Fields:
    return {"name": _plain(entry.title), "keywords": _keywords(entry)}


def _custom(entry: Entry) -> Fields:
    return {
        "title": _plain(entry.title),
        "organisation": _issuer(entry),
        "detail": _plain(entry.detail),
        "summary": _plain(entry.summary),
        "url": _uri(entry.url),
        **_dates(entry),
    }


WITHOUT_HIGHLIGHTS = frozenset({SectionKind.AWARDS, SectionKind.PUBLICATIONS})
"""Their bullets become the summary, the one text that the schema has for them."""
SECTIONS: Mapping[SectionKind, tuple[str, Callable[[Entry], Fields]]] = {
    SectionKind.WORK: ("work", partial(_role, named="name")),
    SectionKind.VOLUNTEER: ("volunteer", partial(_role, named="organization")),
    SectionKind.EDUCATION: ("education", _education),
    SectionKind.PROJECTS: ("projects", _project),
    SectionKind.CERTIFICATES: ("certificates", _certificate),
    SectionKind.AWARDS: ("awards", _award),
    SectionKind.PUBLICATIONS: ("publications", _publication),
    SectionKind.LANGUAGES: ("languages", _language),
    SectionKind.INTERESTS: ("interests", _interest),
}


def _skills(profile: Profile, fitted: Fitted, words: Words) -> Iterator[Fields]:
    """Yield the groups in the page's order, each with the keywords shown there."""
    groups = {group.id: group for group in profile.skills}
    blocks = {block.id: block for block in fitted.document.blocks()}
    for slot in fitted.draft.slots():
        for variant in slot.variants:
            if variant.id not in fitted.selection.chosen or variant.id not in blocks:
                continue
            for group in (groups[id] for id in variant.candidates if id in groups):
                shown = list(_split_keywords(blocks[variant.id], words)) if group.keywords else []
                named = {"name": _plain(group.name), "level": group.level}
                yield _drop_empty({**named, "keywords": shown})


def _split_keywords(block: Block, words: Words) -> Iterator[str]:
    """Yield the parts between commas after a group's name, or of the whole line where it has
    none.
    """
    label = (i for i, run in enumerate(block.text, 1) if run.strong and run.text == words.colon)
    item = ""
    for run in block.text[next(label, 0) :]:
        if run.text == words.comma:
            yield item
            item = ""
        else:
            item += run.text
    yield item


def _keywords(entry: Entry) -> list[str]:
    return [_plain(keyword) for keyword in entry.keywords]


def _issuer(entry: Entry) -> str:
    return _plain(entry.organisation.name) if entry.organisation else ""


def _dates(entry: Entry) -> Fields:
    return {"startDate": _iso(entry.start), "endDate": _iso(entry.end)}


def _iso(date: Date | None) -> str:
    """Return the date as ISO 8601 without the parts that are not known; "" for the present and
    words.
    """
    if date is None or date.present or date.year is None:
        return ""
    parts = (f"{date.year:04}", *(f"{part:02}" for part in (date.month, date.day) if part))
    return "-".join(parts)


def _uri(address: str) -> str:
    uri = href_of(address)
    return uri if _URI.fullmatch(uri) else ""


def _plain(text: Text | None) -> str:
    return text.plain if text else ""


def _drop_empty(fields: Fields) -> Fields:
    """Return the fields that hold anything."""
    return {key: value for key, value in fields.items() if value}
