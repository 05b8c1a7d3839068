"""Trials that were given up: who tried something and stopped has not brought it into use."""

import re
from collections.abc import Collection
from functools import lru_cache
from typing import Any

from msgspec import Struct

from lapel.text.data import read_data
from lapel.text.regexes import regex
from lapel.text.stems import stem_word


class _Table(Struct, frozen=True):
    """``trials.yaml``, ready to use; ``into_use`` as stems."""

    trial: re.Pattern[str]
    given_up: re.Pattern[str]
    into_use: frozenset[str]


def asks_for_use(stems: Collection[str]) -> bool:
    """Tell whether a phrase of these stems asks for something brought into use ("rollout")."""
    return not _table().into_use.isdisjoint(stems)


def is_given_up(text: str) -> bool:
    """Tell whether a text tells of a trial that was given up."""
    words = text.replace("’", "'")
    return bool(_table().trial.search(words) and _table().given_up.search(words))


@lru_cache(maxsize=1)
def _table() -> _Table:
    data: dict[str, Any] = read_data("lapel.matching.answers", "trials.yaml")
    return _Table(
        regex(data["trial"], re.IGNORECASE),
        regex(data["given_up"].replace("| ", "|"), re.IGNORECASE),
        frozenset(map(stem_word, data["into_use"].split())),
    )
