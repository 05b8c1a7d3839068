"""The letter for a job with a given profile and points."""

from pathlib import Path

from tests.letter.lines import case_of

JOB = """---
profile: profile.yaml
---
## Company
Brook & Daughters
## Position
Head of Cellar
## Job Description
{posting}
## Personal Connection
{answers}
## Cover Letter Points
{points}
"""
POSTING = "- Run the cellar\n- A paid study day each term"


def letter_of(
    folder: Path, profile: str, *points: str, answers: str = "", posting: str = POSTING
) -> tuple[list[str], list[str]]:
    """The sentences of the letter that the points are told in, and its to-dos."""
    (folder / "profile.yaml").write_text(profile, "utf-8")
    job = folder / f"job-{len([*folder.iterdir()])}.md"
    told = "\n".join(f"- {point}" for point in points)
    job.write_text(JOB.format(posting=posting, answers=answers, points=told), "utf-8")
    draft = case_of(job).draft
    said = [s.text for s in draft.sentences() if any(x.id.startswith("letter-") for x in s.sources)]
    return said, [todo.text for todo in draft.todos()]
