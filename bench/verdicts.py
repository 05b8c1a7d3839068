"""How often the contract says of a note what somebody who hires in the trade would say.

Run with ``python bench/verdicts.py``; ``--list`` prints the notes of the kinds it names. It reads
strictly: a note with a bullet of grade 3 has to be honoured, one with 2 has to have evidence, one
with 1 must not be honoured, one with nothing has to have none; and the bullet named first has to
show something of it. Every bullet is taken to stand on the page, first those that notes want first,
so that only the judgement of the evidence is measured, and not the choice of bullets. What is not
right is one of these:

- ``none``: no evidence, and there is a bullet of grade 2 or 3
- ``timid``: there is a bullet of grade 3, one that shows something is named first, and the note is
  called partly honoured
- ``first``: there is something, and a bullet that shows nothing is named first, or no bullet at all
- ``false``: there is nothing, and evidence is found, or grade 1 at most, and it is honoured
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.matching import SETS, Grades, Opening, read_openings, same_text, without_tags
from lapel.ledger.model import Fate, NoteAccount
from lapel.ledger.notes import account_notes
from lapel.ledger.standing import Looks
from lapel.matching.engine import match_requirements
from lapel.matching.lexicon import Lexicon
from lapel.matching.lexicon_files import load_lexicon
from lapel.matching.model import Evidence
from lapel.profile.ids import highlight_of
from lapel.profile.model import Profile
from lapel.selection.ordering import led_by_notes

GOOD, BEST = 2, 3
KINDS = ("right", "none", "timid", "first", "false")


class Verdict(Struct, frozen=True):
    """One note with its grades and what the contract says of it."""

    opening: Opening
    account: NoteAccount
    grades: Grades

    @property
    def best(self) -> int:
        """The best grade of any bullet."""
        return max(self.grades.values(), default=0)

    @property
    def first(self) -> str:
        """The highlight that is named first, "" where none is."""
        graded = {h.id for entry in self.opening.profile.entries for h in entry.highlights}
        named = (highlight_of(answer.id) for answer in self.account.answers)
        return next((id for id in named if id in graded), "")

    @property
    def kind(self) -> str:
        """Which of the kinds it is."""
        shown = self.account.evidence in (Evidence.WEAK, Evidence.STRONG)
        honoured = shown and self.account.fate is Fate.HONOURED
        if not shown:
            return "none" if self.best >= GOOD else "right"
        if not self.best or (self.best < GOOD and honoured):
            return "false"
        if not self.grades.get(self.first, 0):
            return "first"
        return "timid" if self.best == BEST and not honoured else "right"


def read_verdicts(
    openings: Sequence[Opening], lexicon: Lexicon, *, tagged: bool = True
) -> Iterator[Verdict]:
    """Yield the contract's verdict on every graded note."""
    for opening in openings:
        profile = opening.profile if tagged else without_tags(opening.profile)
        graded = dict(opening.graded)
        for account in account_all(opening, profile, lexicon):
            grades = next((g for text, g in graded.items() if same_text(text, account.text)), None)
            if grades is not None:
                yield Verdict(opening, account, grades)


def account_all(opening: Opening, profile: Profile, lexicon: Lexicon) -> Iterator[NoteAccount]:
    """Return the contract of the notes that ask for evidence, with everything on the page.

    A note that only orders has no evidence to find.
    """
    matches = match_requirements(opening.job, profile, lexicon)
    everything = frozenset(candidate.id for candidate in matches.candidates)
    asking = {each.note for each in matches.requirements if each.phrases or not each.acts}
    led = led_by_notes(matches)
    order = sorted(sorted(everything), key=lambda id: -led.get(id, 0.0))
    looks = Looks(1, "classic", "letter", "en", tuple(order))
    accounts = account_notes(opening.job, profile, matches, everything, looks)
    return (account for account in accounts if account.id in asking)


def count_kinds(verdicts: Sequence[Verdict]) -> dict[str, int]:
    """How many there are of each kind."""
    return {kind: sum(v.kind == kind for v in verdicts) for kind in KINDS}


def print_verdict(verdict: Verdict) -> None:
    """Print a note, its account, and the bullets named and wanted with their grades."""
    account = verdict.account
    print(f"\n[{verdict.kind}] {verdict.opening.profession} {account.kind}: {account.text}")
    print(f"   {account.fate.value}, {account.evidence}: {account.why}")
    named = [highlight_of(answer.id) for answer in account.answers]
    for id, answer in list(zip(named, account.answers, strict=True))[:4]:
        grade = verdict.grades.get(id, 0)
        print(f"   {answer.score:.3f} ({grade}) {answer.text[:120]} | {'; '.join(answer.reasons)}")
    texts = {h.id: h.text.markdown for e in verdict.opening.profile.entries for h in e.highlights}
    for id, grade in verdict.grades.items():
        if grade >= GOOD and id not in named[:4]:
            print(f"   missed ({grade}) {texts[id][:150]}")


def main() -> None:
    """Print the counts of each set, and the notes asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--set", action="append", choices=[*SETS], help="see their README.md")
    parser.add_argument("--folder", type=Path, action="append", default=[], help="of further lives")
    parser.add_argument("--list", action="append", choices=KINDS, default=[], metavar="KIND")
    parser.add_argument("--lives", action="store_true", help="each life by itself")
    parser.add_argument("--without-tags", action="store_true", help="list notes without tags")
    asked = parser.parse_args()
    lexicon = load_lexicon().value
    assert lexicon is not None
    print("| set | notes | " + " | ".join(KINDS) + " |")
    print("|---|" + "---|" * (len(KINDS) + 1))
    listed: list[Verdict] = []
    folders = {name: SETS[name] for name in asked.set or SETS if asked.set or not asked.folder}
    for name, folder in (folders | {str(folder): folder for folder in asked.folder}).items():
        openings = tuple(read_openings(folder))
        both = [tuple(read_verdicts(openings, lexicon, tagged=tagged)) for tagged in (True, False)]
        print_counts(name, both)
        for life in dict.fromkeys(o.profession for o in openings) if asked.lives else ():
            print_counts(life, [[v for v in some if v.opening.profession == life] for some in both])
        listed += both[asked.without_tags]
    for verdict in listed:
        if verdict.kind in asked.list:
            print_verdict(verdict)


def print_counts(name: str, both: Sequence[Sequence[Verdict]]) -> None:
    """One line of the table, each figure with the authors' tags and without."""
    counts = [count_kinds(verdicts) for verdicts in both]
    cells = (f"{counts[0][kind]} / {counts[1][kind]}" for kind in KINDS)
    print(f"| {name} | {len(both[0])} | " + " | ".join(cells) + " |")


if __name__ == "__main__":
    main()
