"""The highlights of one entry: their ids, their wordings, and no text twice."""

from lapel.profile.claims import Claims
from lapel.profile.ids import text_ids
from lapel.profile.model import Highlight, Wording
from lapel.profile.schema import HighlightFields, ListFields
from lapel.profile.texts import as_text, clean_line, optional_text
from lapel.source.diagnostics import on_lines
from lapel.source.placed import PlacedText
from lapel.text.inline import plain_text


def highlights_of(
    entry_id: str, fields: tuple[HighlightFields, ...], claims: Claims, *, described: bool = False
) -> tuple[Highlight, ...]:
    """Build the highlights of an entry; every id begins with the entry's own and a slash.

    Where the entry is ``described``, the first of them says what it is.
    """
    prefix = f"{entry_id}/"
    _report_equal_texts(fields, claims)
    given = [claims.claim(each.id, prefix) for each in fields]
    proposals = [text_ids(plain_text(each.text.known_as), prefix) for each in fields]
    ids = claims.choose(given, proposals)
    return tuple(
        _build_highlight(each, id, describes=described and number == 0)
        for number, (each, id) in enumerate(zip(fields, ids, strict=True))
    )


def _build_highlight(fields: HighlightFields, id: str, *, describes: bool) -> Highlight:
    return Highlight(
        id=id,
        text=as_text(fields.text),
        tags=tuple(clean_line(tag) for tag in fields.tags),
        weight=fields.weight,
        hidden=fields.hidden,
        wordings=tuple(Wording(name, as_text(text)) for name, text in fields.wordings.items()),
        letter=optional_text(fields.letter),
        describes=describes,
        lists=isinstance(fields, ListFields),
    )


def _report_equal_texts(fields: tuple[HighlightFields, ...], claims: Claims) -> None:
    seen: dict[str, PlacedText] = {}
    for each in fields:
        words = " ".join(plain_text(each.text).split())
        first = seen.setdefault(words, each.text)
        if first is not each.text:
            message = f"this bullet stands here twice: {on_lines(first.place, each.text.place)}"
            help = "remove one of them"
            claims.report("equal-bullets", message, each.text.place, help=help)
