"""The plan of a letter: its paragraphs in order, each with the points that it answers.

The person's points come first, in their order and by their labels. Parts that a letter needs and no
point gives are added: an opening, a body, a close; the personal connection comes before the close
where no point has it.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Protocol

from msgspec import Struct
from msgspec.structs import replace

from lapel.job.model import Note
from lapel.letter.english.forms import words_of
from lapel.letter.english.vocabulary import pattern, patterns, word_list
from lapel.letter.points.cutting.directions import is_direction
from lapel.letter.points.model import Act, Part, Point, Say, Seek, Side, Silence, Wish
from lapel.text.regexes import regex

_FEWEST_TOLD_WORDS = 3
_LONGEST_TOPIC_WORDS = 4
WHY = regex(r"\b(?:why|motivation|reasons?|interest)\b")
REASON = regex(r"\b(?:because|is why|I want|I(?: would|'d|’d) like|I'd be glad to|interests me)\b")


class PlannedPoint(Struct, frozen=True):
    """A letter point with what it asks for."""

    note: Note
    point: Point


class HasPart(Protocol):
    """A paragraph that is one of the parts of a letter."""

    @property
    def part(self) -> Part:
        """The part of the letter that it is."""
        ...


class Planned(Struct, frozen=True):
    """A paragraph to write; without points it is the default for its part."""

    part: Part
    label: str
    points: tuple[PlannedPoint, ...] = ()

    @property
    def says_why(self) -> bool:
        """Whether it says why the writer applies: by being the opening, by its label, or by giving
        a reason.
        """
        acts = (act for planned in self.points for act in planned.point.acts)
        said = [act.variants[0] for act in acts if isinstance(act, Say)]
        labelled = self.part is Part.OPENING or WHY.search(self.label) is not None
        return labelled or any(REASON.search(text) for text in said)


def part_of(label: str) -> Part:
    """Return the part of a letter that a label names: "Second body paragraph" is the body."""
    words = label.casefold()
    named = (part for part, names in patterns("parts").items() if names.search(words))
    return Part(next(named, Part.OTHER))


def names_part(label: str) -> bool:
    """Tell whether a label only names a paragraph, and no topic such as "Salary"."""
    words = set(words_of(label))
    numbered = all(word.isdigit() or word in word_list("label_words") for word in words)
    return part_of(label) is not Part.OTHER or numbered


def without_topic(text: str) -> str:
    """Return a point without the topic before it: "AI paragraph: describe the work with …".

    A topic stays where the instruction says how to tell of it: "Layoff: mention it briefly".
    """
    topic, _, body = text.partition(": ")
    first, *rest = words_of(body) or ("",)
    whole = len(rest) >= _FEWEST_TOLD_WORDS and rest[0] not in word_list("told_of_label")
    heads = len(topic.split()) <= _LONGEST_TOPIC_WORDS
    return body if heads and whole and first in word_list("core") else text


def with_topic(point: Point, topic: str) -> Point:
    """Return a point that looks for its topic too: "Kubernetes" of "Kubernetes: discuss the
    clusters".

    A topic that only names a paragraph is not looked for.
    """
    known = word_list("label_words")
    named = " ".join(word for word in topic.split() if word.strip(".,").casefold() not in known)
    if not named or names_part(named) or is_direction(named):
        return point
    return Point(tuple(_add_topic(act, named) for act in point.acts))


def _add_topic(act: Act, topic: str) -> Act:
    if not isinstance(act, Seek) or Side.PROFILE not in act.sides or not act.targets:
        return act
    first, *others = act.targets
    if {*words_of(topic)} & {*words_of(first)}:
        return act
    return replace(act, targets=(f"{topic} {first}", *others))


def targets_of(points: Iterable[PlannedPoint]) -> Iterator[tuple[Note, tuple[str, ...]]]:
    """Yield each point's note with the phrases that it looks for in the profile."""
    for planned in points:
        for act in planned.point.acts:
            if isinstance(act, Seek) and Side.PROFILE in act.sides and not act.quiet:
                yield planned.note, act.targets


def plan_letter(points: Iterable[PlannedPoint]) -> tuple[Planned, ...]:
    """Return the paragraphs to write, in order."""
    said = [planned for planned in points if _says_something(planned.point)]
    split = [_split_off_closing(planned) for planned in said]
    paragraphs = list(_group_by_label([rest for rest, _ in split if rest.point.acts]))
    if closers := tuple(closing for _, closing in split if closing.point.acts):
        _add_to_closing(paragraphs, closers)
    parts = [paragraph.part for paragraph in paragraphs]
    if Part.OPENING not in parts:
        paragraphs[:1] = _begin_with_opening(paragraphs[:1])
        parts = [paragraph.part for paragraph in paragraphs]
    if not {Part.BODY, Part.OTHER} & set(parts):
        paragraphs.insert(_place_after(paragraphs, Part.OPENING), Planned(Part.BODY, "body"))
    if Part.CLOSING not in parts:
        paragraphs.append(Planned(Part.CLOSING, "closing"))
    return tuple(paragraphs)


def _says_something(point: Point) -> bool:
    """Tell whether a point asks for anything but a wish about the letter itself."""
    return any(not isinstance(act, Silence | Wish) for act in point.acts)


def _begin_with_opening(first: Sequence[Planned]) -> list[Planned]:
    """Return the opening and the first paragraph.

    The opening has that paragraph's first point where it opens a letter, else none.
    """
    if not first or not _opens_letter(first[0]):
        return [Planned(Part.OPENING, "opening"), *first]
    point, *others = first[0].points
    rest = [replace(first[0], points=tuple(others))] if others else []
    return [Planned(Part.OPENING, "opening", (point,)), *rest]


def _opens_letter(planned: Planned) -> bool:
    """Tell whether a paragraph's first point opens a letter.

    It says why by its label, or has no label and only says something, or names the beginning
    ("start with the tent").
    """
    point = planned.points[0]
    says = all(isinstance(act, Say | Silence) for act in point.point.acts)
    if point.note.label:
        return says and WHY.search(point.note.label.casefold()) is not None
    begins = pattern("begins_letter").match(point.note.text) is not None
    return planned.part is Part.OTHER and (says or begins)


def _split_off_closing(planned: PlannedPoint) -> tuple[PlannedPoint, PlannedPoint]:
    """Split a point into what it asks for here and what belongs at the end of a letter.

    A point with a label stays whole: the label says where it belongs.
    """
    ends = not planned.note.label and pattern("ends_letter").match(planned.note.text) is not None
    closes = [
        ends or (not planned.note.label and _closes_letter(act)) for act in planned.point.acts
    ]
    rest, closing = (
        Point(
            tuple(a for a, is_last in zip(planned.point.acts, closes, strict=True) if is_last is at)
        )
        for at in (False, True)
    )
    return replace(planned, point=rest), replace(planned, point=closing)


def _closes_letter(act: Act) -> bool:
    """Tell whether an act is a sentence that belongs at the end of a letter."""
    return isinstance(act, Say) and pattern("closes").match(act.variants[0].casefold()) is not None


def _add_to_closing(paragraphs: list[Planned], closers: tuple[PlannedPoint, ...]) -> None:
    place = before_closing(paragraphs)
    if place < len(paragraphs):
        closing = paragraphs[place]
        paragraphs[place] = replace(closing, points=(*closers, *closing.points))
    else:
        paragraphs.append(Planned(Part.CLOSING, "closing", closers))


def _group_by_label(points: Iterable[PlannedPoint]) -> Iterator[Planned]:
    """Yield the paragraphs of the points.

    Each point has its own; those under one label share one, and so do neighbours without a label
    that all tell deeds, or all only say something. There is but one opening and one close, however
    often they are labelled.
    """
    for label, own in groupby(points, key=lambda planned: planned.note.label.casefold()):
        part = part_of(label)
        shared: list[PlannedPoint] = []
        for planned in own:
            own_label = planned.note.body != planned.note.text
            opens = own_label if label else _differs_from_before(shared, planned)
            if shared and opens and part not in (Part.OPENING, Part.CLOSING):
                yield Planned(part, label, tuple(shared))
                shared = []
            shared.append(planned)
        yield Planned(part, label, tuple(shared))


def _differs_from_before(shared: Sequence[PlannedPoint], planned: PlannedPoint) -> bool:
    """Tell whether a point without a label only says something where those before tell deeds, or
    the reverse.
    """
    return bool(shared) and _only_says(shared[-1]) != _only_says(planned)


def _only_says(planned: PlannedPoint) -> bool:
    return all(isinstance(act, Say | Silence) for act in planned.point.acts)


def _place_after(paragraphs: Sequence[Planned], part: Part) -> int:
    return next((i + 1 for i, p in enumerate(paragraphs) if p.part is part), 0)


def before_closing(paragraphs: Sequence[HasPart]) -> int:
    """Return the index at which an extra paragraph is inserted: before the closing, or the end."""
    found = (i for i, p in enumerate(paragraphs) if p.part is Part.CLOSING)
    return next(found, len(paragraphs))
