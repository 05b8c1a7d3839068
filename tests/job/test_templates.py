"""One person's template in many states: each slot filled in, or still holding its leftover."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct

from lapel.job.markdown_job import read_markdown_job
from lapel.job.model import Field, Job
from lapel.source.diagnostics import Outcome
from tests.given import source_of
from tests.quick import tries

WITH_HEADINGS = """\
{hash} Application Details

{hash}# Company
{company}

{hash}# Position
{position}

{hash}# Job URL
{url}

{hash}# Status
{hash}## Application
{status}

{hash}# Job Description
{description}

{hash}## Responsibilities
{bullet} {responsibility}

{hash}# Company Details
{details}

{hash}# Application Date
{date}

{hash}# Personal Connection
{bullet} Have you used their product/service? {used}
{bullet} If yes, describe your experience: {experience}

{hash}# Notes
{bullet} Key skills to emphasize:
  {bullet} {skill}

{bullet} Resume customization ideas:
  {bullet} {idea}

{bullet} Resume bullet points to highlight or modify:
  {bullet} Work experience:
    {bullet} Old Mill: {hint}
  {bullet} Education:
    {bullet} Leeds: {school}

{bullet} Cover letter points:
  {bullet} Opening paragraph: {opening}
  {bullet} Closing paragraph: {closing}
"""
FLAT = """\
{b}Company:{b} {company}
{b}Position:{b} {position}
{b}Job URL:{b} {url}
{b}Application status:{b} {status}
{b}Application date:{b} {date}

{b}Job Description:{b}
{description}

{b}Responsibilities:{b}
{bullet} {responsibility}

{b}Company details:{b}
{details}

{b}Personal connection:{b}
{bullet} Have you used their product/service? {used}
{bullet} If yes, describe your experience: {experience}

{b}Key skills to emphasize:{b}
{bullet} {skill}

{b}Resume customization ideas:{b}
{bullet} {idea}

{b}Resume bullet points to highlight or modify:{b}

{b}Work experience:{b}
{bullet} Old Mill: {hint}

{b}Education:{b}
{bullet} Leeds: {school}

{b}Cover letter points:{b}
{bullet} Opening paragraph: {opening}
{bullet} Closing paragraph: {closing}
"""
FILLED = {
    "company": ["Harbor Bakery", "**Tavola**", "St. Brigid's Hospital", "3M", "N26 & Sons"],
    "position": ["Head Baker", "Engineer, Applied Things", "Nurse (Nights)", "Chef – Pastry"],
    "url": ["https://bakery.example/7", "[Job posting on the bakery's site]", "seen by the door"],
    "status": ["PENDING", "Applied", "applied in February", "Not yet applied", "Rejected :(", "✅"],
    "description": ["We bake at night.", "Seeks: a baker", "About 40 people\nwork here."],
    "responsibility": ["Lead six bakers", "Notes to suppliers: weekly", "Own the ovens (4)"],
    "details": ["Four shops.", "Founded in 1901"],
    "date": ["2026-03-03", "March 3, 2026", "3 March 2026"],
    "used": ["Yes", "No", "Every week, since 2016."],
    "experience": ["Good rye: the best", "I queue on Saturdays"],
    "skill": ["dough", "[Highlight early rising]", "Scheduling: six bakers"],
    "idea": ["Show the night shift", "One page"],
    "hint": ["rye, if applicable", "Focus on volume (2 t a week)"],
    "school": ["chemistry", "- the thesis"],
    "opening": ["the smell at four", "say: I live next door"],
    "closing": ["can start in March", "[Thank them for the bread]"],
}
LEFT = {
    "company": ["[Company Name]", "<<PENDING|company>>", "TBD"],
    "position": ["[Position Title]", "[Job Title]", "???"],
    "url": ["[URL]", "[Job posting URL]", "TBD"],
    "status": ["[Status]", "TBD"],
    "description": ["[Paste job description here]", "[Job description]", "..."],
    "responsibility": ["[Responsibility 1]", "TBD"],
    "details": ["[Company details]", "<<PENDING|what they do>>"],
    "date": ["[To be determined]", "TBD", "[YYYY-MM-DD]"],
    "used": ["[Yes/No]", "TBD", ""],
    "experience": ["[Your experience]", "N/A", ""],
    "skill": ["[Skill 1]", "[Key skill]"],
    "idea": ["[Idea 1]", "[customize]", "[ ]"],
    "hint": ["[Specific point to emphasize]", "TBD", ""],
    "school": ["[customize]", "N/A"],
    "opening": ["[customize]", "[Opening]", ""],
    "closing": ["[customize - include personal connection if applicable]", "TBD"],
}


class Filled(Struct, frozen=True):
    """The template's text and what each slot was given; ``left`` are those with a leftover."""

    text: str
    slots: dict[str, str]
    left: frozenset[str]


@st.composite
def filled_templates(draw: st.DrawFn) -> Filled:
    """A template with each slot filled in or left as it was."""
    left = frozenset(name for name in FILLED if draw(st.integers(0, 3)) == 0)
    slots = {
        name: draw(st.sampled_from(LEFT[name] if name in left else FILLED[name])) for name in FILLED
    }
    look = {
        "hash": draw(st.sampled_from(["#", "##"])),
        "b": draw(st.sampled_from(["", "**"])),
        "bullet": draw(st.sampled_from("-*+•")),
    }
    template = draw(st.sampled_from([WITH_HEADINGS, FLAT]))
    return Filled(template.format(**look, **slots), slots, left)


def read(text: str) -> Outcome[Job]:
    """What is read in a text."""
    source = source_of(text, "job.md")
    return read_markdown_job(source)


def words(value: Field | None) -> str | None:
    return value.text if value is not None else None


def said_in(job: Job) -> dict[str, str]:
    """What the job says for each slot of the template."""
    found: dict[str, str | None] = {
        "company": words(job.company),
        "position": words(job.position),
        "url": words(job.url),
        "status": " ".join(part.text for part in job.status),
        "description": " ".join(line.text for line in job.description if not line.headings),
        "responsibility": " ".join(line.text for line in job.description if line.headings),
        "details": " ".join(line.text for line in job.company_details),
        "date": words(job.application_date),
    }
    for note in job.notes:
        found[SLOTS_OF_NOTES[note.kind.value, note.label]] = note.body
    return {name: text for name, text in found.items() if text}


SLOTS_OF_NOTES = {
    ("connection", "Have you used their product/service?"): "used",
    ("connection", "If yes, describe your experience"): "experience",
    ("emphasis", ""): "skill",
    ("idea", ""): "idea",
    ("hint", "Old Mill"): "hint",
    ("hint", "Leeds"): "school",
    ("letter-point", "Opening paragraph"): "opening",
    ("letter-point", "Closing paragraph"): "closing",
}


def plain(slot: str, text: str) -> str:
    """A slot's text as the job says it: no line ends, no marks, no brackets of instructions."""
    text = text.replace("\n", " ").replace("**", "")
    return text if slot == "url" else text.strip("[]")


@given(filled=filled_templates())
@tries(150)
def test_what_is_filled_in_is_read_and_what_is_left_is_reported(filled: Filled) -> None:
    """Each slot that was filled in says exactly that; each leftover is a warning on its line."""
    outcome = read(filled.text)
    assert outcome.value is not None
    expected = {n: plain(n, t) for n, t in filled.slots.items() if n not in filled.left}
    assert said_in(outcome.value) == expected
    assert outcome.errors == ()
    assert len(outcome.diagnostics) == len(filled.left)
