"""Nothing of a job file is lost: each line is in the job or in a problem."""

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lapel.job.markdown_job import read_markdown_job
from lapel.job.yaml_job import read_yaml_job
from tests.given import source_of
from tests.job.accounting import lost_lines
from tests.job.test_cases import PAGES, read
from tests.literate import Case, cases_under
from tests.quick import tries

WORDS = st.sampled_from(
    [
        "otter",
        "plover",
        "heron",
        "7",
        "kestrel's",
        "co-op",
        "R&D",
        "A/B",
        "marten",
        "$40k",
        "café",
        "Éire",
        "naïve",
    ]
)
TEXTS = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)
NAMES = st.sampled_from(
    [
        *("Company", "Position", "Job URL", "Status", "Job Description", "Application Date"),
        *("Company Details", "Personal Connection", "Notes", "Recipient", "Applied", "Opening"),
        *("Key skills to emphasize", "Resume customization ideas", "Cover letter points"),
        *("Resume bullet points to highlight or modify", "Work experience", "Education"),
        *("Responsibilities", "About you", "Team Focus", "Things of mine", "Heron Ltd"),
        *("Application Details", "Body paragraph", "Have you used it?", "If yes, describe it"),
    ]
)
LABELS = st.one_of(
    NAMES.map("{}:".format),
    NAMES.map("**{}**".format),
    NAMES.map("**{}:**".format),
    NAMES,
    st.tuples(NAMES, TEXTS).map(": ".join),
    st.tuples(NAMES, TEXTS).map(lambda pair: f"**{pair[0]}:** {pair[1]}"),
    st.tuples(NAMES, TEXTS).map(" – ".join),
)
LEFTOVERS = st.sampled_from(
    ["[To be determined]", "[Skill 1]", "TBD", "<<PENDING|x>>", "[ ]", "...", "[customize]", "N/A"]
)
PLAIN = st.one_of(
    TEXTS,
    LABELS,
    LEFTOVERS,
    st.tuples(NAMES, LEFTOVERS).map(": ".join),
    TEXTS.map("<!-- {} -->".format),
    TEXTS.map("[{}]: https://heron.example".format),
    st.tuples(TEXTS, TEXTS).map("{0[0]} (emphasize {0[1]})".format),
    st.tuples(TEXTS, TEXTS).map("{0[0]}? {0[1]}".format),
)
LINES = st.one_of(
    st.just(""),
    PLAIN,
    st.tuples(st.integers(1, 6), PLAIN).map(lambda pair: "#" * pair[0] + " " + pair[1]),
    st.tuples(
        st.sampled_from(["", "", "  ", "    ", "\t", " ", "      "]),
        st.sampled_from(["- ", "* ", "+ ", "1. ", "3) ", "• ", "– ", "-", "- [ ] ", "> ", "> - "]),
        PLAIN,
    ).map("".join),
    st.tuples(st.sampled_from(["  ", "    "]), PLAIN).map("".join),
    st.tuples(PLAIN, PLAIN).map(lambda pair: f"| {pair[0]} | {pair[1]} |"),
    st.sampled_from(
        ["---", "***", "|---|---|", "```", "~~~", "=====", "-----", "<!--", "-->", ">"]
    ),
)
FILES = st.lists(LINES, max_size=24).map("\n".join)


KEYS = st.sampled_from(
    [
        *("company", "position", "url", "status", "description", "companyDetails", "connection"),
        *("notes", "emphasize", "hints", "ideas", "letter", "work", "Heron Ltd", "question"),
        *("answer", "paragraph", "text", "requirements", "others", "recipient"),
    ]
)
NODES = st.recursive(
    st.one_of(TEXTS, LEFTOVERS.map(json.dumps), st.tuples(TEXTS, TEXTS).map("\n- ".join)),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3),
        st.dictionaries(KEYS, inner, min_size=1, max_size=3),
    ),
    max_leaves=12,
)


def yaml_of(node: object, indent: int = 0) -> str:
    """A node in block style, as a person would write it."""
    pad = "\n" + " " * indent
    if isinstance(node, dict):
        return pad + pad.join(f"{key}: {yaml_of(value, indent + 2)}" for key, value in node.items())
    if isinstance(node, list):
        return pad + pad.join(f"- {yaml_of(value, indent + 2)}" for value in node)
    if "\n" in str(node):
        return "|" + "".join(f"{pad}{line}" for line in str(node).split("\n"))
    return str(node)


@pytest.mark.parametrize("case", cases_under(PAGES), ids=lambda case: case.name)
def test_no_line_of_a_case_is_lost(case: Case) -> None:
    """Each line of every odd shape is in the job, word for word, or named in a problem."""
    outcome = read(case)
    if outcome.value is not None:
        assert lost_lines(case.text, outcome) == []


@given(text=FILES)
@example(text="| otter | [To be determined] |\n  Position – otter")
@tries(150)
def test_no_line_of_any_file_is_lost(text: str) -> None:
    """Whatever lines stand in whatever order, none is lost."""
    source = source_of(text, "job.md")
    assert lost_lines(source.text, read_markdown_job(source)) == []


@given(node=st.dictionaries(KEYS, NODES, min_size=1, max_size=5))
@example(node={"position": [{"question": "Why?\nSince when?", "answer": ["otter"]}]})
@tries(150)
def test_no_line_of_any_yaml_file_is_lost(node: dict[str, object]) -> None:
    """Whatever stands under whatever key, none is lost."""
    text = yaml_of(node).lstrip("\n")
    source = source_of(text, "job.yaml")
    outcome = read_yaml_job(source)
    assert outcome.value is not None
    assert lost_lines(source.text, outcome) == []
