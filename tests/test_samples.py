"""The samples, as their people see them: what came out, and what the ledger says of it."""

import io
import re

import docx
import pytest

from tests.quick import one_quick
from tests.rendering.readers import AS_TYPED, READERS, by_pdftotext, lines_of, words_of
from tests.samples import NAMES, ROOT, Sample, tailored

GOLDEN = ROOT / "tests" / "golden"
NOTE_KINDS = {"emphasis", "hint", "idea", "letter-point", "connection"}


@pytest.fixture(params=one_quick(NAMES))
def sample(request: pytest.FixtureRequest) -> Sample:
    return tailored(request.param)


def test_pages_are_as_asked_and_well_filled(sample: Sample) -> None:
    """Exactly the pages asked for, the last filled to 90 % or more and never over."""
    fit = sample.ledger["fit"]
    assert sample.exit_code == 0
    assert fit["pages"] == fit["asked_pages"]
    assert 0.9 <= fit["fill"] <= 1.0
    assert fit["gap"] <= 0.005


def test_text_is_as_it_was_read_and_approved(sample: Sample, update: bool) -> None:
    """The words on the page are those a person read last; `--update` takes the new ones."""
    text = by_pdftotext(sample.pdf, "-layout")
    golden = GOLDEN / f"{sample.name}.txt"
    if update:
        GOLDEN.mkdir(exist_ok=True)
        golden.write_text(text)
    assert text == golden.read_text()


def test_pdf_and_docx_say_the_same_words(sample: Sample) -> None:
    """The text read back from both is the same words in the same order."""
    document = docx.Document(io.BytesIO(sample.docx))
    spoken = " ".join(paragraph.text for paragraph in document.paragraphs)
    footer = re.compile(rf"\s{re.escape(document.core_properties.author)} · \d+$", re.MULTILINE)
    read = footer.sub("", READERS["pypdf"](sample.pdf))
    assert words_of(read.replace("|", " ")) == words_of(spoken)


@pytest.mark.parametrize("reader", READERS)
def test_every_bullet_reads_verbatim_from_its_marker(sample: Sample, reader: str) -> None:
    """Each included highlight is in the extracted text, its marker before its first word; what an
    entry is has none.
    """
    text = " ".join(lines_of(READERS[reader](sample.pdf))).translate(AS_TYPED)
    included = [h for h in sample.ledger["highlights"] if h["included"]]
    expected = [
        (f"{'' if h['id'].endswith('/summary') else '• '}{' '.join(h['text'].split())}").translate(
            AS_TYPED
        )
        for h in included
    ]
    assert [highlight for highlight in expected if highlight not in text] == []


def test_no_employer_vanishes(sample: Sample) -> None:
    """Every role and degree of the profile stands, open or in one line."""
    entries = [e for e in sample.ledger["entries"] if e["section"] in ("work", "education")]
    assert [
        e["id"] for e in entries if e["form"] == "out" and e["why"] != "hidden in the profile"
    ] == []


def test_every_note_is_answered_with_both_places(sample: Sample) -> None:
    """Each note has a fate, its own line, and the lines of what answers it."""
    job = (ROOT / "jobs" / f"{sample.name}.md").read_text().splitlines()
    notes = sample.ledger["notes"]
    assert {note["kind"] for note in notes} <= NOTE_KINDS
    for note in notes:
        line = int(note["place"].rpartition(":")[2])
        first_words = note["text"].split()[:2]
        assert all(word.strip("*") in " ".join(job[line - 1 : line + 1]) for word in first_words)
        for answer in note["answers"]:
            assert re.fullmatch(r"(profiles/.+\.yaml|.*jobs/.+\.md):\d+", answer["place"])


def test_no_placeholder_is_rendered(sample: Sample) -> None:
    """Nothing that is still to be filled in reaches a document."""
    text = by_pdftotext(sample.pdf)
    assert not re.search(r"\[(to be|customize|skill)|TBD|<<", text, re.IGNORECASE)


def test_everything_left_out_has_its_reason(sample: Sample) -> None:
    """Each bullet, in or out, says why and how to turn it."""
    highlights = sample.ledger["highlights"]
    assert all(h["why"] and h["flip"] for h in highlights)
    assert {h["included"] for h in highlights} == {True, False}


def test_ledger_page_holds_every_note_and_loads_nothing(sample: Sample) -> None:
    """The HTML is self-contained and tells what the JSON tells."""
    assert all(f'id="{note["id"]}"' in sample.page for note in sample.ledger["notes"])
    assert not re.search(
        r"<(script|link|img|iframe)|src=|https?://", sample.page.split("<main>")[0]
    )


def test_the_ledger_page_tells_reasons_in_words(sample: Sample) -> None:
    """An id stands on it only in the line that turns a choice."""
    page = re.sub(r"<code>.*?</code>", "", sample.page)
    ids = [highlight["id"] for highlight in sample.ledger["highlights"]]
    named = [id for id in ids if re.search(rf"(?:what|to|and|highlight) {re.escape(id)}\b", page)]
    assert named == []


def test_no_line_of_reasons_begins_with_a_separator(sample: Sample) -> None:
    """A sentence of the letter, which needs no reasons beside its note, has its place alone."""
    assert not re.search(r'class="reasons">\s*·', sample.page)


@pytest.mark.slow
def test_lines_that_must_stand_leave_room_for_deeds() -> None:
    """On one roomy page, beside five certificates that are asked for, the gaps give way."""
    made = tailored("gannet-bay-nurse-manager-icu", "executive", "--pages", "1", "--only", "resume")
    stand = [highlight for highlight in made.ledger["highlights"] if highlight["included"]]
    assert len(stand) >= 5
