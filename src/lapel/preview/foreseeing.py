"""The profile as it will be read, predicted from what was typed: putting one text into the known
profile is faster than reading and checking a whole file.

A prediction is only a guess. It serves to begin with, and counts only if reading confirms it.
"""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from lapel.profile.ids import text_ids
from lapel.profile.model import Entry, Highlight, Profile, Text, Wording
from lapel.source.reading import read_source
from lapel.source.source import Source
from lapel.text.inline import plain_text


def source_of(profile: Profile) -> Source | None:
    """Return the file of a profile as it was read; None where it is not the same any more."""
    source = read_source(profile.basics.name.place.path).value
    return source if source is not None and source.digest == profile.digest else None


def foresee_profile(known: Profile, before: Source) -> Profile | None:
    """Predict the profile that will be read, where one bullet of ``known``, read from ``before``,
    has other words by now; None for any other change, and for one that gives the bullet another id.
    """
    now = read_source(before.path).value
    if now is None or now.digest == before.digest:
        return None
    changed = _find_changed_line(before, now)
    texts = [pair for pair in _walk_texts(known) if pair[1].place.line <= changed]
    nearest = max((text.place.line for _, text in texts), default=0)
    for highlight, text in texts:
        if text.place.line == nearest and (words := _find_new_words(text, before, now)):
            if text is highlight.text and _gets_another_id(highlight, words):
                return None
            entries = (_replace_words(e, highlight, text, words) for e in known.entries)
            return replace(known, digest=now.digest, entries=tuple(entries))
    return None


def say_the_same(one: Profile, other: Profile) -> bool:
    """Tell whether two profiles have the same words in all bullets, in whatever place."""
    texts, others = ([text.markdown for _, text in _walk_texts(p)] for p in (one, other))
    return texts == others


def _find_changed_line(before: Source, now: Source) -> int:
    """Return the number of the first line that is not the same, 0 where none is."""
    pairs = enumerate(zip(before.lines, now.lines, strict=False), 1)
    return next((number for number, (one, other) in pairs if one != other), 0)


def _walk_texts(profile: Profile) -> Iterator[tuple[Highlight, Text]]:
    """Yield the texts and wordings of all bullets."""
    for entry in profile.entries:
        for highlight in entry.highlights:
            yield highlight, highlight.text
            yield from ((highlight, wording.text) for wording in highlight.wordings)


def _find_new_words(text: Text, before: Source, now: Source) -> str:
    """Return the words now in the place of a text, on as many lines; "" where something else
    changed too, or the text is written differently in the file than in the profile.
    """
    line_begins = sum(len(line) + 1 for line in before.lines[: text.place.line - 1])
    written = re.compile(r"[\"']?(" + r"\s+".join(map(re.escape, text.markdown.split())) + ")")
    match = written.match(before.text, line_begins + text.place.column - 1)
    if match is None:
        return ""
    start, behind = match.start(1), len(before.text) - match.end(1)
    words = now.text[start : len(now.text) - behind]
    whole = before.text[:start] + words + before.text[match.end(1) :]
    same_lines = words.count("\n") == match[1].count("\n")
    return " ".join(words.split()) if same_lines and whole == now.text else ""


def _gets_another_id(highlight: Highlight, words: str) -> bool:
    """Tell whether a bullet's id is made of its words, and not of these ones."""
    id = highlight.id.rpartition("/")[2]
    before, after = (text_ids(plain_text(said), "") for said in (highlight.text.markdown, words))
    return id in before and id not in after


def _replace_words(entry: Entry, highlight: Highlight, text: Text, words: str) -> Entry:
    """Return the entry with other words in the place of one of its texts, if it is its own."""
    if highlight not in entry.highlights:
        return entry
    said = replace(text, markdown=words)
    spoken = replace(
        highlight,
        text=said if highlight.text is text else highlight.text,
        wordings=tuple(
            Wording(wording.name, said if wording.text is text else wording.text)
            for wording in highlight.wordings
        ),
    )
    highlights = tuple(spoken if own is highlight else own for own in entry.highlights)
    return replace(entry, highlights=highlights)
