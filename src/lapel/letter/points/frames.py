"""The sentences of ``frames.yaml``, with places for a point's own words."""

from lapel.letter.english.words import capital
from lapel.letter.points.model import Say
from lapel.letter.points.sentences import say, uncapital
from lapel.text.data import data_reader

_frames = data_reader("lapel.letter.points", "frames.yaml")


def framed(name: str, x: str = "", **words: str) -> tuple[Say, ...]:
    """Return one sentence made by a frame, with ``x`` filled in; () where it would say nothing."""
    made = frame(name, x, **words)
    return (made,) if made else ()


def frame(name: str, x: str = "", **words: str) -> Say | None:
    """Return the act that ``framed`` gives by itself, None where it would say nothing."""
    data = _frames()
    if not (x or words) and any("{" in text for text in data[name]):
        return None
    variants = [text.format(x=uncapital(x), X=capital(x), **words) for text in data[name]]
    return say(*variants, refers_back=name in data["referring_back"])
