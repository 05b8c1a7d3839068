"""The context in which a point is read: the job, the profile's names, and who writes to whom."""

from msgspec import Struct

from lapel.letter.english.vocabulary import word_list
from lapel.letter.points.model import Part
from lapel.text.common import is_common
from lapel.text.regexes import regex

_PAIR = regex(r"(?P<pair>[A-Z][\w’'-]+ (?:&|and) [A-Z][\w’'-]+) [A-Z]\w")
_SHORTEST_NAME = 4


class Context(Struct, frozen=True):
    """The context in which a point is read.

    ``company`` and ``position`` are the job file's, "" where it has none. ``names`` are the
    organisations, projects and people of the profile and ``skills`` its skills, as it spells them:
    capitals go by them. ``reader`` is whom the letter addresses, "" where no person is named;
    ``writer`` is the applicant's name, "" where it is not known.
    """

    company: str = ""
    position: str = ""
    part: Part = Part.OTHER
    names: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    reader: str = ""
    writer: str = ""

    @property
    def writer_names(self) -> tuple[str, ...]:
        """Names of the applicant: "Ada Byron", "Ada"; no first name that is also a word."""
        first, _, rest = self.writer.partition(" ")
        plain = rest and not is_common(first) and len(first) > 1
        return (self.writer, first) if plain else (self.writer,) if self.writer else ()

    @property
    def company_names(self) -> tuple[str, ...]:
        """The company's name and its short forms: "Etsy" of "Etsy Incorporated"."""
        first, _, rest = self.company.partition(" ")
        pair = _PAIR.match(self.company)
        if pair is not None:
            return (self.company, pair["pair"])
        short = (
            rest
            and len(first) >= _SHORTEST_NAME
            and first.casefold() not in word_list("common_firsts")
        )
        alone = short and not rest.casefold().startswith(("of ", "and ", "& ", "for "))
        return (self.company, first) if alone else (self.company,) if self.company else ()
