"""What notes ask of the documents as a whole."""

from pathlib import Path

import pytest

from lapel.job.reading import parse_job
from lapel.matching.asked.noted import noted_looks
from lapel.source.source import Source


def _noted(notes: str) -> dict[str, str]:
    text = f"Company: Oxbow Mills\nPosition: Baker\n\n## Notes\n\n{notes}\n"
    job = parse_job(Source(Path("job.md"), text, "")).value
    assert job is not None
    return {name: field.text for name, field in noted_looks(job).items()}


@pytest.mark.parametrize(
    ("notes", "looks"),
    [
        ("A4 please, and the modern theme.", {"paper": "a4", "theme": "modern"}),
        ("US letter. British spelling throughout.", {"paper": "letter", "language": "en-GB"}),
        ("The resume should be in German.", {"language": "de"}),
        ("Letter: the flood", {}),
        ("### Key skills\n- in German\n- web design", {}),
        ("Lead with the A4 binders that I designed", {}),
    ],
)
def test_looks_are_what_a_note_asks_of_the_documents(notes: str, looks: dict[str, str]) -> None:
    """And no skill, and nothing that a bullet may tell of."""
    assert _noted(notes) == looks
