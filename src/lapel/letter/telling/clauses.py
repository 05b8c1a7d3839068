"""A bullet's clause: who did what, in words that fit inside a sentence."""

from enum import StrEnum

from msgspec import Struct


class Subject(StrEnum):
    """What a clause is about: the person, their work or job, the project, or something else."""

    PERSON = "I"
    WORK = "my work"
    JOB = "my job"
    THING = "it"
    OTHER = ""


class Clause(Struct, frozen=True):
    """A clause without its subject, as it goes on inside a sentence and without its full stop.

    ``text`` follows the subject's words ("led nine engineers", "included 12 sites"); with another
    subject it is whole ("falls went from nine to two"). ``front`` is put before the subject ("in
    2015"), "" for nothing.
    """

    subject: Subject
    text: str
    front: str = ""


class Unread(Struct, frozen=True):
    """Why words of a bullet could not be read."""

    reason: str
