"""Writes ``src/lapel/text/verbs.yaml`` from lemminflect's table of inflections.

.venv/bin/python -m tests.text.verb_table
"""

import gzip
import re
from collections.abc import Iterable, Iterator
from importlib import resources
from pathlib import Path
from textwrap import fill

from lapel.text.verbs import regular_forms

_TEXT = Path(__file__).parents[2] / "src" / "lapel" / "text"
TABLE = _TEXT / "verbs.yaml"
COMMON = _TEXT / "common.yaml"
_LEMMA = re.compile("[a-z]+(-[a-z]+)*")
HEAD = """\
# Forms of English verbs. Generated, do not edit: .venv/bin/python -m tests.text.verb_table
# Source: lemminflect 0.2.3 (MIT; its data come from the SPECIALIST Lexicon of the U.S. National
# Library of Medicine, free to use), and the trades' own verbs listed in that command.
# A star marks a verb that is also a noun ("lead", "design").
"""
COMMON_HEAD = """\
# Common nouns and adjectives of English, so that a capital can be told from a name. Generated, do
# not edit: .venv/bin/python -m tests.text.verb_table
# Source: lemminflect 0.2.3, as in verbs.yaml; words of more than 16 letters are left out.
# Nouns that are not counted can stand in the singular without "a" ("equipment", "support").
"""
_LONGEST = 16
# Too rare to be meant: "feed" is not the past of "fee".
RARE = frozenset({"fee", "fag", "gyp", "shit", "quid", "up"})
# Nouns too new for the source.
NEW_NOUNS = frozenset(
    {
        "app",
        "blog",
        "chatbot",
        "datacenter",
        "extranet",
        "hackathon",
        "helpdesk",
        "intranet",
        "login",
    }
    | {"microsite", "newsfeed", "onboarding", "playbook", "podcast", "rebrand", "runbook", "signup"}
    | {"backend", "bot", "codebase", "crawler", "dataset", "debugger", "endpoint", "firmware"}
    | {"frontend", "hotfix", "linter", "log", "microservice", "middleware", "mockup", "plugin"}
    | {"profiler", "repo", "roadmap", "storefront", "storyboard", "tagline", "template"}
    | {"username", "wireframe"}
    | {"standup", "startup", "tech", "toolkit", "webinar", "webpage", "website", "wiki", "workflow"}
)
# Verbs of resumes that the source lacks or spells in a way nobody in these trades does.
TRADES = {
    "program": "programmed programmed programming",
    "troubleshoot": "troubleshot/troubleshooted troubleshot/troubleshooted troubleshooting",
    "offload": "", "onboard": "", "offboard": "", "upskill": "", "reskill": "", "refactor": "",
    "architect": "", "cofound": "", "fundraise": "", "timebox": "", "backfill": "",
    "cross-sell": "cross-sold cross-sold cross-selling", "upsell": "upsold upsold upselling",
    "email": "", "blog": "blogged blogged blogging", "whiteboard": "", "livestream": "",
    "spec": "specced/spec'd specced/spec'd speccing", "prototype": "", "containerize": "",
    "version": "", "roadmap": "roadmapped roadmapped roadmapping", "ideate": "", "gamify": "",
    "monetize": "", "incentivize": "", "operationalize": "", "productionize": "", "productize": "",
    "containerise": "", "source": "", "task": "", "action": "",
    "greenlight": "greenlit greenlit greenlighting",
    "storyboard": "", "crowdfund": "", "outsource": "", "insource": "", "crowdsource": "",
    "proofread": "proofread proofread proofreading", "copyedit": "", "fact-check": "",
    "hotfix": "", "dogfood": "", "sunset": "sunset/sunsetted sunset/sunsetted sunsetting",
    "typeset": "typeset typeset typesetting", "hand-build": "hand-built hand-built hand-building",
    "facilitate": "", "liaise": "", "headhunt": "", "shortlist": "", "debrief": "", "upgrade": "",
    "undergo": "underwent undergone undergoing", "bluebook": "", "intubate": "", "extubate": "",
    "debride": "", "cannulate": "", "titrate": "", "braze": "", "fixture": "", "grout": "",
    "deburr": "deburred deburred deburring", "drywall": "", "kit": "kitted kitted kitting",
    "backhaul": "", "deadhead": "", "deaccession": "", "lifeguard": "", "emcee": "",
    "gig": "gigged gigged gigging", "rotoscope": "", "keyframe": "", "wireframe": "",
    "pentest": "", "shard": "", "demo": "", "redline": "", "enrobe": "", "waitress": "",
    "run": "ran run running", "nanny": "", "invigilate": "", "serge": "",
    "prep": "prepped prepped prepping", "surveil": "surveilled surveilled surveilling",
}  # fmt: skip


def verb_table() -> str:
    """The file's text."""
    regular, irregular = [], []
    for lemma, forms, is_noun in sorted(_verbs()):
        mark = "*" if is_noun or lemma in NEW_NOUNS else ""
        if forms == regular_forms(lemma):
            regular.append(lemma + mark)
        else:
            irregular.append(f"{lemma}{mark}: {forms[0]} {forms[1]} {forms[2]}")
    listed = "\n".join(f"  {line}" for line in irregular)
    return (
        f"{HEAD}\nregular: >-\n{_folded(regular)}\n\n"
        f"# past, participle, gerund; the usual spelling first\nirregular: |-\n{listed}\n"
    )


def common_table() -> str:
    """The text of the file of common words."""
    counted, uncounted, adjectives = set(NEW_NOUNS), set[str](), set[str]()
    for lemma, kind, *forms in _rows():
        if not lemma.isalpha() or not lemma.islower() or not 2 < len(lemma) <= _LONGEST:
            continue
        if kind == "noun":
            (uncounted if lemma in forms[0].split("/") else counted).add(lemma)
        elif kind == "adj":
            adjectives.add(lemma)
    lists = (("counted", counted), ("uncounted", uncounted), ("adjectives", adjectives))
    return COMMON_HEAD + "".join(f"\n{name}: >-\n{_folded(words)}\n" for name, words in lists)


def _folded(words: Iterable[str]) -> str:
    lines = fill(" ".join(sorted(words)), 96, break_long_words=False, break_on_hyphens=False)
    return "\n".join(f"  {line}" for line in lines.splitlines())


def _verbs() -> Iterator[tuple[str, tuple[str, str, str], bool]]:
    rows = _rows()
    nouns = {lemma for lemma, kind, *_ in rows if kind == "noun"}
    for lemma, kind, *forms in rows:
        if kind == "verb" and _LEMMA.fullmatch(lemma) and lemma not in {*TRADES, *RARE}:
            past, participle, gerund, _ = forms
            if past and gerund and " " not in past + participle + gerund:
                same = set(participle.split("/")) <= set(past.split("/"))
                spelled = (past, past if same else participle or past, gerund)
                first, second, third = (_usual_first(lemma, spellings) for spellings in spelled)
                yield lemma, (first, second, third), lemma in nouns
    for lemma, written in TRADES.items():
        past, participle, gerund = written.split() or regular_forms(lemma)
        yield lemma, (past, participle, gerund), lemma in nouns


def _usual_first(lemma: str, spellings: str) -> str:
    """The spellings of a form, those with hyphens that the verb itself has not last."""
    return "/".join(sorted(spellings.split("/"), key=lambda form: "-" in form and "-" not in lemma))


def _rows() -> list[list[str]]:
    packed = resources.files("lemminflect").joinpath("resources/infl_lu.csv.gz").read_bytes()
    return [line.split(",") for line in gzip.decompress(packed).decode().splitlines()]


if __name__ == "__main__":
    TABLE.write_text(verb_table(), encoding="utf-8")
    COMMON.write_text(common_table(), encoding="utf-8")
