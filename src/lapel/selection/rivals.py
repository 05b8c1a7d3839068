"""What each option left out lost to, for the ledger."""

from functools import lru_cache

from lapel.selection.model import Problem, Rival, Selection


@lru_cache(maxsize=4)  # most edits of a text change no height and no score
def name_rivals(problem: Problem, selection: Selection) -> tuple[Rival, ...]:
    """A rival for each option left out that could stand on the page, in the profile's order.

    What is dropped has none, and neither has what no exchange makes room for. Of very many the
    most promising are traded.
    """
    from lapel.selection.trading import trade_all  # noqa: PLC0415 - loads numpy

    return trade_all(problem, selection)
