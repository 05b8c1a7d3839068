"""How well each engine finds what a careful person finds, on the labelled set of tests/matching.

Run with ``python bench/matching.py``; ``--help`` tells what else it prints. Every
figure is a mean over the notes of a profession, then over the professions; each is told with the
authors' tags and without. A highlight stands in a ranking by its best wording; a note that nothing
answers by the labels counts for "none" only; grade 1 is neither right nor wrong for a support.
"""

import argparse
import math
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import fmean
from time import perf_counter

from msgspec import Struct, field
from msgspec.structs import replace

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.engines import ENGINES, Build
from bench.measures import gain, macro, ndcg, weighted_kappa
from bench.pages import read_page
from lapel.job.model import Job
from lapel.job.reading import read_job
from lapel.matching.asked.requirements import list_requirements
from lapel.matching.candidates import list_candidates
from lapel.matching.engine import match_with
from lapel.matching.evidence import judge_most, judge_requirement
from lapel.matching.lexicon import Lexicon, build_lexicon, name_stems
from lapel.matching.lexicon_files import read_builtin_blocks
from lapel.matching.model import Candidate, CandidateKind, Evidence, Requirement
from lapel.matching.places.placing import place_hints
from lapel.profile.model import Profile
from lapel.profile.reading import read_profile
from lapel.text.inline import plain_text
from lapel.text.words import split_words

HERE = Path(__file__).parents[1] / "tests" / "matching"
LABELLED = HERE / "labelled"
SETS = {"labelled": LABELLED, "shown": HERE / "unseen" / "shown", "held": HERE / "unseen" / "held"}
SPOKEN = (CandidateKind.HIGHLIGHT, CandidateKind.WORDING)
FIRST, MANY = 10, 20
MOST_SENTENCES = 0.5

Grades = Mapping[str, int]


class Opening(Struct, frozen=True):
    """One labelled job with its profile: each graded text with its grades."""

    profession: str
    job: Job
    profile: Profile
    graded: tuple[tuple[str, Grades], ...]


class Judged(Struct, frozen=True):
    """One graded text with what an engine says: highlights best first with score and support."""

    opening: Opening
    text: str
    is_note: bool
    weight: float
    grades: Grades
    ranking: tuple[tuple[str, float, bool], ...]
    evidence: Evidence

    @property
    def best(self) -> float:
        """The best score of any highlight."""
        return max((score for _, score, _ in self.ranking), default=0.0)


class Run(Struct):
    """All that one engine said, by profession, and the seconds each job took."""

    judged: dict[str, list[Judged]] = field(default_factory=dict)
    seconds: list[float] = field(default_factory=list)
    unasked: int = 0


def read_openings(folder: Path = LABELLED) -> Iterator[Opening]:
    """Every labelled job; a text that no highlight answers, but a certificate, is none of them."""
    for labels in sorted(folder.glob("*/labels.yaml")):
        profile = read_profile(labels.with_name("profile.yaml")).value
        assert profile is not None, labels
        for name, graded in read_page(labels).items():
            job = read_job(labels.with_name(name)).value
            assert job is not None, name
            texts = tuple(
                (str(one["note"]), one["grades"] or {})
                for one in graded
                if one["grades"] or "others" not in one
            )
            yield Opening(labels.parent.name, job, profile, texts)


def without_tags(profile: Profile) -> Profile:
    """Return the profile without tags, as somebody would write it who tags nothing."""
    entries = tuple(
        replace(e, tags=(), highlights=tuple(replace(h, tags=()) for h in e.highlights))
        for e in profile.entries
    )
    return replace(profile, entries=entries)


def run_engine(
    build: Build, openings: Sequence[Opening], lexicon: Lexicon, *, tagged: bool = True
) -> Run:
    """Match the openings with an engine; return its answers for every graded text."""
    run = Run()
    for opening in openings:
        profile = opening.profile if tagged else without_tags(opening.profile)
        placements, _ = place_hints(opening.job, profile, lexicon)
        candidates = list_candidates(profile)
        texts = [split_words(candidate.text) for candidate in candidates]
        requirements, _ = list_requirements(opening.job, lexicon, placements, {}, texts)
        titles = {entry.id: plain_text(entry.title.markdown) for entry in profile.entries}
        start = perf_counter()
        engine = build(candidates, titles, lexicon)
        matches, phrases = match_with(engine, requirements, candidates)
        run.seconds.append(perf_counter() - start)
        found: dict[str, dict[str, tuple[float, bool]]] = {}
        kinds = {candidate.id: candidate for candidate in candidates}
        for match in matches:
            if kinds[match.candidate].kind in SPOKEN:
                best = found.setdefault(match.requirement, {})
                id = match.candidate.split("#")[0]
                score, supports = best.get(id, (0.0, False))
                best[id] = (max(score, match.score), supports or match.supports)
        for text, grades in opening.graded:
            asked = _asked(text, requirements)
            if not asked:
                run.unasked += 1
            elif judged := _judge(opening, text, grades, asked, found, candidates, phrases):
                run.judged.setdefault(opening.profession, []).append(judged)
    return run


def _asked(text: str, requirements: Sequence[Requirement]) -> tuple[Requirement, ...]:
    notes = tuple(r for r in requirements if r.note and same_text(r.text, text))
    return notes or tuple(
        r for r in requirements if not r.note and r.text and _plain(r.text) in _plain(text)
    )


def same_text(one: str, other: str) -> bool:
    """Whether two texts are the same but for case, space and a full stop."""
    return _plain(one) == _plain(other)


def _plain(text: str) -> str:
    return " ".join(plain_text(text).split()).casefold().rstrip(".")


def _judge(
    opening: Opening,
    text: str,
    grades: Grades,
    asked: Sequence[Requirement],
    found: Mapping[str, Mapping[str, tuple[float, bool]]],
    candidates: Sequence[Candidate],
    phrases: Mapping[str, tuple[Evidence, ...]],
) -> Judged:
    first = asked[0]
    inside = set(first.entries)
    order = [
        c.id
        for c in candidates
        if c.kind is CandidateKind.HIGHLIGHT and (not inside or c.entry in inside)
    ]
    best: dict[str, tuple[float, bool]] = {}
    for requirement in asked:
        for id, (score, supports) in found.get(requirement.id, {}).items():
            known = best.get(id, (0.0, False))
            best[id] = (max(known[0], score), known[1] or supports)
    ranked = sorted((id for id in order if id in best), key=lambda id: -best[id][0])
    evidence = judge_most([judge_requirement(r, phrases[r.id]) for r in asked], MOST_SENTENCES)
    return Judged(
        opening,
        text,
        bool(first.note),
        first.weight,
        grades,
        tuple((id, *best[id]) for id in ranked),
        evidence,
    )


def precision_at_hits(judged: Judged) -> float:
    """Average precision, grade 2 and better counting as right."""
    right, total = 0, 0.0
    wanted = sum(grade > 1 for grade in judged.grades.values())
    for place, (id, _, _) in enumerate(judged.ranking, start=1):
        if judged.grades.get(id, 0) > 1:
            right += 1
            total += right / place
    return total / wanted


def auc(judged: Sequence[Judged]) -> float | None:
    """How often a note with evidence has a better best score than one without."""
    some = [j.best for j in judged if any(g > 1 for g in j.grades.values())]
    none = [j.best for j in judged if not j.grades]
    if not some or not none:
        return None
    wins = sum((one > other) + 0.5 * (one == other) for one in some for other in none)
    return wins / (len(some) * len(none))


def measure(run: Run, *, lines: bool) -> dict[str, dict[str, float]]:
    """Every figure, by profession."""
    figures = {}
    for profession, everything in run.judged.items():
        judged = [j for j in everything if lines or j.is_note]
        some = [j for j in judged if any(grade > 1 for grade in j.grades.values())]
        none = [j for j in judged if not j.grades]
        area = auc(judged)
        told = [j for j in (*some, *none) if j.evidence is Evidence.NONE]
        pairs = [(supports, j.grades.get(id, 0)) for j in judged for id, _, supports in j.ranking]
        supported = [grade for supports, grade in pairs if supports and grade != 1]
        wanted = sum(g > 1 for j in judged for g in j.grades.values())
        figures[profession] = {
            "nDCG@10": fmean(
                ndcg(
                    [gain(j.grades.get(id, 0)) for id, _, _ in j.ranking],
                    [gain(g) for g in j.grades.values()],
                    FIRST,
                )
                for j in some
            ),
            "recall@10": fmean(
                sum(j.grades.get(id, 0) > 1 for id, _, _ in j.ranking[:FIRST])
                / sum(g > 1 for g in j.grades.values())
                for j in some
            ),
            "avg prec": fmean(map(precision_at_hits, some)),
            "first": fmean(bool(j.ranking) and j.grades.get(j.ranking[0][0], 0) > 1 for j in some),
            "job@20": _job_level(judged),
            "AUC": area if area is not None else math.nan,
            "sup prec": sum(g > 1 for g in supported) / max(1, len(supported)),
            "sup rec": sum(g > 1 for g in supported) / wanted,
            "none prec": sum(not j.grades for j in told) / len(told) if told else math.nan,
            "none rec": sum(j.evidence is Evidence.NONE for j in none) / len(none)
            if none
            else math.nan,
        }
    return figures


def _job_level(judged: Sequence[Judged]) -> float:
    """Return the mean nDCG of a job's highlights, ranked by all its notes together."""
    found = []
    for opening in {id(j.opening): j.opening for j in judged}.values():
        wanted: dict[str, float] = {}
        scored: dict[str, float] = {}
        for j in judged:
            if j.opening is opening:
                for id_, grade in j.grades.items():
                    wanted[id_] = wanted.get(id_, 0.0) + j.weight * gain(grade)
                for id_, score, _ in j.ranking:
                    scored[id_] = scored.get(id_, 0.0) + j.weight * score
        ranked = sorted(scored, key=lambda one: -scored[one])
        found.append(ndcg([wanted.get(one, 0.0) for one in ranked], [*wanted.values()], MANY))
    return fmean(found)


def lexicon_without(openings: Sequence[Opening]) -> Lexicon:
    """Return the lexicon without every name that occurs in a labelled note or line."""
    texts = [tuple(w.stem for w in split_words(text)) for o in openings for text, _ in o.graded]
    runs = {text[a:b] for text in texts for a in range(len(text)) for b in range(a + 1, a + 7)}

    def keep(name: str) -> bool:
        return name_stems(split_words(str(name).removeprefix("="))) not in runs

    blocks = read_builtin_blocks()
    for block in blocks:
        block["same"] = [[*filter(keep, names)] for names in block.get("same") or ()]
        block["same"] = [names for names in block["same"] if names]
        for key in ("implies", "told", "deeds"):
            block[key] = {n: said for n, said in (block.get(key) or {}).items() if keep(n)}
    return build_lexicon(blocks)


def print_leave_one_out(run: Run, *, lines: bool) -> None:
    """Print the means without each profession in turn: how far one of them carries the figures."""
    figures = measure(run, lines=lines)
    for left_out in figures:
        rest = macro({name: one for name, one in figures.items() if name != left_out})
        shown = (f"{name} {rest[name]:.2f}" for name in ("nDCG@10", "recall@10", "first", "AUC"))
        print(f"without {left_out}: " + ", ".join(shown))


def print_agreement(openings: Sequence[Opening]) -> None:
    """How far a second reader agrees: weighted kappa, nDCG@10 of her grades, and "none"."""
    second = read_page(LABELLED / "second.yaml")
    pairs: list[tuple[int, int]] = []
    scores, nones = [], []
    by_text = {(o.profession, text): (o, grades) for o in openings for text, grades in o.graded}
    for profession, jobs in second.items():
        for one in (one for graded in jobs.values() for one in graded):
            found = by_text.get((profession, str(one["note"])))
            if found is None:
                continue
            opening, first = found
            other = one["grades"] or {}
            ids = [h.id for e in opening.profile.entries for h in e.highlights]
            pairs += [(first.get(id, 0), other.get(id, 0)) for id in ids]
            nones.append((not first, not other))
            if first and other:
                ranked = sorted(ids, key=lambda id: -other.get(id, 0))
                gains = [gain(first.get(id, 0)) for id in ranked]
                scores.append(ndcg(gains, gains, FIRST))
    told = [pair for pair in pairs if any(pair)]
    print(f"{len(nones)} notes, {len(pairs)} pairs, {len(told)} graded by either reader")
    print(f"weighted kappa {weighted_kappa(pairs):.2f}; nDCG@10 of the second {fmean(scores):.2f}")
    both, either = sum(a and b for a, b in nones), sum(a or b for a, b in nones)
    print(f"“none” by both {both}, by either {either}, the same {sum(a == b for a, b in nones)}")


def print_failures(run: Run, count: int, *, lines: bool) -> None:
    """Print the notes with the worst rankings, and the highlights ranked first for each."""
    worst = []
    for judged in (j for some in run.judged.values() for j in some if lines or j.is_note):
        gains = [gain(judged.grades.get(id, 0)) for id, _, _ in judged.ranking]
        score = ndcg(gains, [gain(g) for g in judged.grades.values()], FIRST)
        if not judged.grades:
            score = 0.0 if judged.evidence is not Evidence.NONE else 1.0
        worst.append((score, judged))
    for score, judged in sorted(worst, key=lambda pair: pair[0])[:count]:
        texts = {
            h.id: h.text.markdown for e in judged.opening.profile.entries for h in e.highlights
        }
        print(f"\n{score:.2f} {judged.opening.profession}: {judged.text} [{judged.evidence}]")
        for id, value, supports in judged.ranking[:4]:
            mark = "+" if supports else " "
            print(f"   {mark}{value:.3f} ({judged.grades.get(id, 0)}) {texts[id][:110]}")
        listed = {id for id, _, _ in judged.ranking[:4]}
        for id, grade in judged.grades.items():
            if id not in listed and grade > 1:
                at = next((s for one, s, _ in judged.ranking if one == id), 0.0)
                print(f"   missed {at:.3f} ({grade}) {texts[id][:110]}")


def print_table(runs: Mapping[str, tuple[Run, Run]], *, lines: bool) -> None:
    """One line an engine, each figure with the authors' tags and without."""
    head: tuple[str, ...] = ()
    for name, (with_tags, without) in runs.items():
        both = [macro(measure(run, lines=lines)) for run in (with_tags, without)]
        if not head:
            head = tuple(both[0])
            print("| engine | " + " | ".join(head) + " | ms a job |")
            print("|---|" + "---|" * (len(head) + 1))
        cells = [f"{both[0][figure]:.2f} / {both[1][figure]:.2f}" for figure in head]
        milliseconds = 1000 * fmean(with_tags.seconds)
        print(f"| {name} | " + " | ".join(cells) + f" | {milliseconds:.0f} |")


def main() -> None:
    """Print the table, and what was asked for beside it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument(
        "--set", choices=[*SETS], default="labelled", help="which lives: see their README.md"
    )
    parser.add_argument("--engine", action="append", choices=[*ENGINES])
    parser.add_argument("--failures", type=int, default=0, metavar="N")
    parser.add_argument("--lines", action="store_true", help="with the description's lines")
    parser.add_argument("--professions", action="store_true", help="each profession by itself")
    parser.add_argument("--leave-one-out", action="store_true")
    parser.add_argument(
        "--unseen-names", action="store_true", help="without the names that occur in the notes"
    )
    parser.add_argument("--agreement", action="store_true", help="of the second reader, only")
    asked = parser.parse_args()
    openings = tuple(read_openings(SETS[asked.set]))
    if asked.agreement:
        print_agreement(openings)
        return
    lexicon = (
        lexicon_without(openings) if asked.unseen_names else build_lexicon(read_builtin_blocks())
    )
    assert lexicon is not None
    runs = {
        name: (
            run_engine(ENGINES[name], openings, lexicon),
            run_engine(ENGINES[name], openings, lexicon, tagged=False),
        )
        for name in asked.engine or ENGINES
    }
    print_table(runs, lines=asked.lines)
    for name, (_, without) in runs.items():
        if asked.professions:
            for profession, figures in measure(without, lines=asked.lines).items():
                print(name, profession, *(f"{k} {v:.2f}" for k, v in figures.items()))
        if asked.leave_one_out:
            print_leave_one_out(without, lines=asked.lines)
        if asked.failures:
            print_failures(without, asked.failures, lines=asked.lines)
    unasked = next(iter(runs.values()))[0].unasked
    print(f"\n{unasked} graded texts that ask for nothing of their own (said by a note already)")


if __name__ == "__main__":
    main()
