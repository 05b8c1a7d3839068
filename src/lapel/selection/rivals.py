"""What each option left out lost to, for the ledger."""

from functools import lru_cache

from lapel.selection.model import Problem, Rival, Selection


@lru_cache(maxsize=4)  # most edits of a text change no height and no score
def name_rivals(problem: Problem, selection: Selection) -> tuple[Rival, ...]:
    """Name a rival for each option left out that could be on the page, in the profile's order.

    Dropped options have none, and neither have those for which no exchange makes room. Of very
    many, only the most promising are traded.
    """
    from lapel.selection.trading import trade_all  # noqa: PLC0415 - loads numpy

    return trade_all(problem, selection)
