"""The sentences of ``frames.yaml``, in which a point's own words stand."""

from lapel.letter.points.model import Say
from lapel.letter.points.sentences import said, uncapital
from lapel.letter.telling.words import capital
from lapel.text.data import data_reader

_frames = data_reader("lapel.letter.points", "frames.yaml")


def framed(frame: str, x: str = "", **words: str) -> tuple[Say, ...]:
    """One sentence to say in a frame, ``x`` in its place; () where it would say nothing."""
    data = _frames()
    if not (x or words) and any("{" in text for text in data[frame]):
        return ()
    variants = [text.format(x=uncapital(x), X=capital(x), **words) for text in data[frame]]
    return said(*variants, leans=frame in data["leaning"])
