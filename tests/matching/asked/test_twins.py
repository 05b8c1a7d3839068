"""Which lines of a posting ask for what a note asks."""

from collections.abc import Sequence

import pytest

from lapel.matching.asked.requirements import list_requirements
from lapel.matching.engine import match_requirements
from lapel.matching.lexicon import Lexicon
from lapel.matching.model import Evidence, ReasonKind
from tests.matching import builders as make


def _asked(
    line: str, lexicon: Lexicon, emphases: Sequence[str] = (), ideas: Sequence[str] = ()
) -> tuple[str, ...]:
    description = make.lines(["Duties"], line)
    job = make.job(description=description, emphases=emphases, ideas=ideas)
    own = [r for r in list_requirements(job, lexicon, {})[0] if not r.note]
    return own[0].twins if own else ()


@pytest.mark.parametrize(
    ("note", "line"),
    [
        ("System implementation", "Select and implement a new accounting system"),
        ("Inventory control (frozen!)", "Direct inventory control and physical inventories"),
        ("change orders", "Review and negotiate COs with owners."),
        ("thresholds", "Screen new contacts and apply the threshold consistently."),
        ("budget", "Hold the site budget of $14m"),
        ("ozone/UV if any", "Experience with ozone or UV preferred"),
    ],
)
def test_a_line_says_all_that_a_skill_turns_on(note: str, line: str, lexicon: Lexicon) -> None:
    """In whatever order and wording, where a group of words ends or the line begins."""
    assert set(_asked(line, lexicon, emphases=[note])) == {note}


@pytest.mark.parametrize(
    ("note", "line"),
    [
        ("lab", "Supervise a mechanic and a lab technician"),
        ("malt", "Answer for quality from malt intake to the glass"),
        ("capital projects", "Prepare the capital plan. Lead projects with the city."),
        ("Image embeddings", "Retouch images for the catalogue"),
        ("team building", "Build end-to-end systems together with three other teams"),
    ],
)
def test_a_word_inside_another_thing_is_no_twin(note: str, line: str, lexicon: Lexicon) -> None:
    """A modifier of something else, words of two sentences or far apart, or one word of two."""
    assert _asked(line, lexicon, emphases=[note]) == ()


def test_one_word_of_an_idea_is_too_little(lexicon: Lexicon) -> None:
    """An idea says much beside what it wants shown; two of its words in a phrase are enough."""
    line = "Present grant proposals to the board"
    assert _asked(line, lexicon, ideas=["Show that I can talk to a board"]) == ()
    assert _asked(line, lexicon, ideas=["Grant proposals in plain words"]) != ()


def test_the_longer_of_two_phrases_is_the_twin(lexicon: Lexicon) -> None:
    """What one note says in more words than another is asked in those."""
    line = "Lead the single audit"
    assert _asked(line, lexicon, emphases=["Audit", "Single audit"]) == ("Single audit",)


def test_a_twin_has_the_evidence_of_its_note_and_says_so(lexicon: Lexicon) -> None:
    """The line's first bullet is the note's, and its reasons name the note."""
    bullets = ["Led the move from Sage to NetSuite", "Built the first scrap report in Excel"]
    job = make.job(
        emphases=["System implementation"],
        description=make.lines(["Duties"], "Select and implement a new system"),
    )
    profile = make.profile(make.entry("acme", "Controller", "Acme", bullets))
    found = match_requirements(job, profile, lexicon)
    note, line = found.requirements
    assert found.evidence[line.id] is found.evidence[note.id] is not Evidence.NONE
    best = found.by_requirement[line.id][0]
    assert best.candidate == found.by_requirement[note.id][0].candidate
    assert (best.reasons[0].kind, best.reasons[0].text) == (ReasonKind.NOTE, note.text)
