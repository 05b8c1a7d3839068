"""How fast the choice is made, and how near to its bound, on random instances of full size.

Run with ``python bench/selection.py [instances]``. An instance has 80 highlights over six roles and
a project, a third of them with a second wording, 25 requirements, skills, summaries, near-equal
pairs and pins. Targets: median 50 ms, worst 250 ms, gap 0.5 %.
"""

import random
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

from lapel.document.draft import Draft, GroupDraft, SectionDraft, Slot, SlotKind, Variant
from lapel.document.tree import Block
from lapel.matching.model import (
    Candidate,
    CandidateKind,
    Match,
    Matches,
    Requirement,
    RequirementKind,
)
from lapel.profile.model import Basics, Date, Entry, Highlight, Profile, SectionKind, Summary, Text
from lapel.selection.model import Problem, Selection
from lapel.selection.objective import Demand
from lapel.selection.problem import build_problem
from lapel.selection.rivals import name_rivals
from lapel.selection.solver import solve
from lapel.source.diagnostics import Place
from lapel.text.inline import Run
from lapel.theme.model import BlockKind

NOWHERE = Place(Path("profile.yaml"), 1)
LINE_PT = 13.2
ROLES = (17, 15, 14, 12, 10, 8)


def main(instances: int) -> None:
    """Solve the instances and print what it took."""
    solve(random_problem(0))
    seconds, explaining, gaps = [], [], []
    for seed in range(instances):
        problem = random_problem(seed)
        start = perf_counter()
        answer = solve(problem)
        seconds.append(perf_counter() - start)
        assert isinstance(answer, Selection), f"instance {seed} does not fit"
        gaps.append(answer.gap)
        start = perf_counter()
        name_rivals(problem, answer)
        explaining.append(perf_counter() - start)
    _print("choosing, ms", [1000 * second for second in seconds])
    _print("naming rivals, ms", [1000 * second for second in explaining])
    _print("gap, %", [100 * gap for gap in gaps])


def _print(what: str, figures: list[float]) -> None:
    ranked = sorted(figures)
    p95 = ranked[min(len(ranked) - 1, round(0.95 * len(ranked)))]
    print(f"{what}: median {median(ranked):.2f}, p95 {p95:.2f}, worst {ranked[-1]:.2f}")


def random_problem(seed: int, roles: tuple[int, ...] = ROLES) -> Problem:
    """One instance: invented heights and scores on a draft of full size."""
    dice = random.Random(seed)  # noqa: S311 - an instance, not a secret
    entries = tuple(_entry(dice, number, count) for number, count in enumerate(roles))
    project = _entry(dice, len(roles), 4, SectionKind.PROJECTS)
    profile = Profile(
        digest="",
        language="en",
        basics=Basics(name=_text("Somebody")),
        summaries=tuple(Summary(f"summary-{n}", _text("word " * 40)) for n in range(3)),
        entries=(*entries, project),
    )
    draft = _draft(dice, profile)
    cost_pt = {section.id: 24.0 for section in draft.sections}
    cost_pt |= {group.id: 18.0 for section in draft.sections for group in section.groups}
    for slot in draft.slots():
        for variant in slot.variants:
            lines = 1 if slot.kind in (SlotKind.ROLE, SlotKind.ENTRY) else dice.choice((1, 2, 2, 3))
            cost_pt[variant.id] = LINE_PT * lines + 2.5
    highlights = [highlight.id for entry in profile.entries for highlight in entry.highlights]
    pinned = frozenset(dice.sample(highlights, dice.randint(0, 4)))
    dropped = frozenset(dice.sample(highlights, dice.randint(0, 4))) - pinned
    budget_pt = dice.choice((620.0, 640.0, 1290.0))
    demand = Demand(_matches(dice, draft))
    return build_problem(draft, demand, profile, cost_pt, budget_pt, pinned=pinned, dropped=dropped)


def _text(markdown: str) -> Text:
    return Text(markdown, NOWHERE)


def _entry(
    dice: random.Random, number: int, count: int, section: SectionKind = SectionKind.WORK
) -> Entry:
    end = 2024 - 3 * number
    return Entry(
        id=f"entry-{number}",
        section=section,
        title=_text("Some position"),
        start=Date(str(end - 3), end - 3),
        end=Date(str(end), end),
        highlights=tuple(
            Highlight(f"entry-{number}/{n}", _text(""), weight=dice.choice((0.0, 1, 1, 1, 1, 2, 3)))
            for n in range(count)
        ),
    )


def _draft(dice: random.Random, profile: Profile) -> Draft:
    work = [_group(dice, entry) for entry in profile.section(SectionKind.WORK)]
    projects = [_group(dice, entry) for entry in profile.section(SectionKind.PROJECTS)]
    summaries = tuple(_variant(dice, summary.id) for summary in profile.summaries)
    summary = Slot("summary", SlotKind.SUMMARY, summaries, required=True)
    skills = tuple(
        Slot(
            f"skill-{n}",
            SlotKind.SKILLS,
            (_variant(dice, f"skill-{n}:whole"), _variant(dice, f"skill-{n}:part")),
            required=False,
        )
        for n in range(6)
    )
    return Draft(
        "",
        "",
        "en",
        (),
        (
            _section("summary", (GroupDraft("group/summary", None, (summary,)),)),
            _section("work", tuple(work)),
            _section("projects", tuple(projects)),
            _section("skills", (GroupDraft("group/skills", None, skills),)),
        ),
    )


def _section(name: str, groups: tuple[GroupDraft, ...]) -> SectionDraft:
    return SectionDraft(f"section/{name}", Block(name, BlockKind.HEADING, (Run(name),)), groups)


def _group(dice: random.Random, entry: Entry) -> GroupDraft:
    bullets = tuple(
        Slot(
            f"{highlight.id}:slot",
            SlotKind.HIGHLIGHT,
            tuple(
                _variant(dice, f"{highlight.id}{wording}")
                for wording in dice.choice((("",), ("",), ("", "#concise")))
            ),
            required=False,
            source=highlight.id,
        )
        for highlight in entry.highlights
    )
    forms = (
        Variant(f"{entry.id}:brief", (), candidates=(entry.id,)),
        Variant(f"{entry.id}:open", (), candidates=(entry.id,), open=True),
    )
    work = entry.section is SectionKind.WORK
    kind = SlotKind.ROLE if work else SlotKind.ENTRY
    slot = Slot(entry.id, kind, forms, required=work, source=entry.id, children=bullets)
    line = Block(f"group/{entry.id}:line", BlockKind.ORGANISATION, ()) if work else None
    return GroupDraft(f"group/{entry.id}", line, (slot,))


def _variant(dice: random.Random, id: str) -> Variant:
    text = "x" * dice.randint(50, 240)
    return Variant(id, (Block(id, BlockKind.BULLET, (Run(text),)),), candidates=(id,))


def _matches(dice: random.Random, draft: Draft) -> Matches:
    kinds = list(RequirementKind)
    requirements = tuple(
        Requirement(
            id=f"requirement-{n}",
            kind=kinds[n % len(kinds)],
            text="",
            phrases=tuple("abc"[: dice.randint(1, 3)]),
            weight=dice.choice((1.0, 0.8, 0.6, 0.4, 0.2)),
            place=NOWHERE,
            note=f"note-{n}" if n % len(kinds) < 4 else "",
            entries=(f"entry-{n % 6}",) if n % len(kinds) == 1 else (),
        )
        for n in range(25)
    )
    candidates = [id for s in draft.slots() for v in s.variants for id in v.candidates]
    highlights = [slot.source for slot in draft.slots() if slot.kind is SlotKind.HIGHLIGHT]
    return Matches(
        requirements=requirements,
        candidates=tuple(_candidate(id) for id in dict.fromkeys(candidates)),
        matches=tuple(
            _match(dice, requirement, candidate)
            for candidate in dict.fromkeys(candidates)
            for requirement in sorted(dice.sample(requirements, 4), key=lambda r: r.id)
        ),
        evidence={},
        placements={},
        redundancy=tuple(_near_equals(dice, highlights) for _ in range(8)),
    )


def _candidate(id: str) -> Candidate:
    entry, _, told = id.partition("/")
    kind = CandidateKind.HIGHLIGHT if told else CandidateKind.ROLE
    return Candidate(id, kind, entry, "", (), NOWHERE)


def _near_equals(dice: random.Random, highlights: list[str]) -> tuple[str, str, float]:
    first, second = dice.sample(highlights, 2)
    return first, second, round(dice.uniform(0.5, 1), 3)


def _match(dice: random.Random, requirement: Requirement, candidate: str) -> Match:
    score = round(dice.betavariate(2, 3), 3) or 0.001
    phrases = frozenset([dice.randrange(len(requirement.phrases))])
    return Match(requirement.id, candidate, score, score >= 0.35, (), phrases)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
