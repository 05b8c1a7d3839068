"""How notes' orders are obeyed, held against what a careful person would do, written beforehand.

Run with ``python bench/orders.py``; ``--all`` prints every difference. In
``tests/matching/orders`` each trade has a profile and notes with what should be done to the page,
what the contract should tell where that cannot surely be done, and what the note wants shown
besides; each note is read alone. An order holds where exactly that is done, told and asked.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from msgspec import Struct
from msgspec.structs import replace

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.pages import read_page
from bench.reading import key, lexicon
from lapel.document.arranging import apply_moves
from lapel.document.dates import newest_first
from lapel.job.model import Job
from lapel.job.reading import parse_job
from lapel.ledger.acts import tell_act
from lapel.ledger.standing import Looks, Standing
from lapel.matching.asked.noted import noted_pages
from lapel.matching.engine import match_requirements
from lapel.matching.model import Matches, Orders
from lapel.matching.places.orders import bullets_of
from lapel.matching.sections import PREFIX
from lapel.profile.model import Profile, SectionKind
from lapel.profile.reading import parse_profile
from lapel.selection.ordering import find_led, led_by_notes
from lapel.source.source import Source

WRITTEN = Path(__file__).parents[1] / "tests" / "matching" / "orders"
_HEADINGS = {"idea": "Customization ideas", "hint": "Work experience", "skill": "Key skills"}


class OrderRead(Struct, frozen=True):
    """A note with what should be done, told and asked, and what is."""

    trade: str
    note: str
    does: tuple[str, ...]
    told: str
    asks: tuple[str, ...]
    done: tuple[str, ...]
    says: str
    asked: tuple[str, ...]
    missed: bool

    @property
    def holds(self) -> bool:
        """Whether what is done, told and asked is what should be."""
        same = {key(phrase) for phrase in self.asks} == {key(phrase) for phrase in self.asked}
        return same and sorted(self.does) == sorted(self.done) and self.told in self.says


def read_written(page: Path) -> Iterator[OrderRead]:
    """Every order of a page, each read as the only note of a job file."""
    trades: dict[str, dict[str, Any]] = read_page(page)
    for trade, life in trades.items():
        text = yaml.safe_dump(life["profile"], allow_unicode=True, sort_keys=False)
        profile = parse_profile(Source(Path("profile.yaml"), text, "")).value
        assert profile is not None
        for order in life["orders"]:
            yield _read(trade, order, profile)


def _read(trade: str, order: dict[str, Any], profile: Profile) -> OrderRead:
    heading = _HEADINGS[order.get("as", "idea")]
    text = f"## Notes\n- {heading}:\n  - {order['note']}\n"
    job = parse_job(Source(Path("job.md"), text, "")).value
    assert job is not None
    matches = match_requirements(job, profile, lexicon())
    return OrderRead(
        trade,
        order["note"],
        tuple(order.get("does", ())),
        order.get("told", ""),
        tuple(order.get("asks", ())),
        tuple(_done(job, profile, matches)),
        _told(job, profile, matches),
        tuple(p for r in matches.requirements if not r.of_entry for p in r.phrases),
        bool(order.get("missed")),
    )


def _done(job: Job, profile: Profile, matches: Matches) -> Iterator[str]:
    """Yield the orders that a job's notes give of the page, in the words of the written pages."""
    orders = matches.orders
    lines = {id for id, most in orders.most.items() if most == 0}
    left = {id for id in orders.refused if id in lines or id not in set(bullets_of(lines, profile))}
    entries = {entry.id for entry in profile.entries} & left
    inside = set(bullets_of(entries, profile))
    yield from (f"out {id}" for id in left - inside)
    yield from (f"line {id}" for id in lines - left)
    yield from (f"most {id} {most}" for id, most in orders.most.items() if most)
    yield from (f"least {id} {least}" for id, least in orders.least.items())
    yield from (f"whole {id}" for id in orders.whole)
    if orders.lessened:
        yield f"less {' '.join(_in_order(orders.lessened, profile))}"
    if orders.beside:
        of = {e.id for e in profile.entries for h in e.highlights if h.id in orders.beside}
        yield f"only {' '.join(id for id in bullets_of(of, profile) if id not in orders.out)}"
    led = led_by_notes(matches)
    if (first := max(led, key=lambda id: led[id], default=None)) and led[first] > 0:
        yield f"first {first}"
    yield from (f"later {id}" for id, score in led.items() if score < 0)
    if pages := noted_pages(job):
        yield f"pages {pages}"
    yield from _wider(orders)


def _wider(orders: Orders) -> Iterator[str]:
    yield from (f"keep {id}" for id in orders.kept)
    yield from (f"wording {id} {name}" for id, name in orders.wordings.items())
    yield from (f"first of skills {id}" for id in orders.first_skills)
    for move in orders.moves:
        section, beside = (id.removeprefix(PREFIX) for id in (move.id, move.beside))
        yield f"{section} {move.to} {beside}".strip()


def _in_order(ids: frozenset[str], profile: Profile) -> list[str]:
    found = [id for id in bullets_of(ids, profile) if id in ids]
    return found or sorted(ids)


def _told(job: Job, profile: Profile, matches: Matches) -> str:
    """Return the contract's words on the orders, with everything not refused on two pages."""
    orders = matches.orders
    on_page = set()
    for entry in profile.entries:
        if entry.id in orders.refused and entry.section is not SectionKind.WORK:
            continue
        bullets = [h.id for h in entry.highlights if h.id not in orders.out]
        on_page |= {entry.id, *bullets[: orders.most.get(entry.id)]}
    on_page |= {summary.id for summary in profile.summaries} - orders.refused
    on_page |= {group.id for group in profile.skills} - orders.refused
    order = (id for id in _order(profile, matches) if id in on_page or id.startswith(PREFIX))
    looks = Looks(noted_pages(job) or 2, "classic", "letter", "en", tuple(order))
    standing = Standing(job, profile, orders, frozenset(on_page), looks)
    told = (
        tell_act(act, r, replace(standing, led=frozenset(find_led(r, matches))))
        for r in matches.requirements
        for act in r.acts
    )
    return "; ".join(one.why for one in told)


class _Section(Struct, frozen=True):
    id: str
    kind: SectionKind


def _order(profile: Profile, matches: Matches) -> Iterator[str]:
    """Everything of the profile in the order in which it would stand."""
    led = led_by_notes(matches)
    moves = matches.orders.moves
    sections = [_Section(f"{PREFIX}{kind.value}", kind) for kind in SectionKind]
    for section in apply_moves(sections, moves):
        yield section.id
        for entry in apply_moves(newest_first(profile.section(section.kind)), moves):
            yield entry.id
            yield from sorted((h.id for h in entry.highlights), key=lambda id: -led.get(id, 0.0))


def main() -> None:
    """Print how many orders of each page hold, and those that do not."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", action="store_true", help="print every difference")
    parser.add_argument("pages", nargs="*", type=Path)
    args = parser.parse_args()
    for page in args.pages or sorted(WRITTEN.glob("*.yaml")):
        orders = list(read_written(page))
        print(f"{page.stem}: {sum(o.holds for o in orders)} of {len(orders)} hold")
        for order in orders if args.all else ():
            if not order.holds:
                print(f"  {order.trade}: {order.note}")
                print(f"    should {list(order.does)} {order.told!r} {list(order.asks)}")
                print(f"    does   {list(order.done)} {order.says!r} {list(order.asked)}")


if __name__ == "__main__":
    main()
