"""`lapel check` on a job with a letter: each rule, its place and its severity."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lapel.cli.exit_codes import ExitCode
from lapel.cli.main import main

LETTER = "jobs/letters/hearth.md"
GRAINS = (
    *("wheat", "spelt", "barley", "oats", "maize", "rice", "millet", "teff", "emmer", "einkorn"),
    *("durum", "semolina", "bran", "malt", "yeast", "flour", "dough", "bread", "bakes", "cake"),
)
HONEST = "I led a crew of nine through two winters. The rye came back after thirty years."


def check(body: str, *paths: str, head: str = "Dear Hearth & Co team,") -> Result:
    """Check a letter with this body; of the sources comment the test may write its own."""
    Path(LETTER).parent.mkdir(exist_ok=True)
    Path(LETTER).write_text(f"{head}\n\n{body}\n\nSincerely,\n\nInes Moreau\n")
    return CliRunner().invoke(main, ["check", *(paths or (LETTER,))])


def remarks(result: Result) -> list[str]:
    """The first lines of all remarks, without the file."""
    lines = [line for line in result.stderr.splitlines() if line.startswith(LETTER)]
    return [line.removeprefix(f"{LETTER}:") for line in lines]


@pytest.fixture(autouse=True)
def workspace(folder: Path) -> None:
    """The bakery's workspace, without further job files."""
    assert folder.is_dir()


def test_an_honest_letter_has_no_remarks() -> None:
    """Facts of the profile told otherwise raise nothing; the letter is checked with its job too."""
    assert remarks(check(HONEST)) == []
    assert remarks(check(HONEST.replace("nine", "ninety"), "jobs/hearth.md")) == [
        "3:17: warning: “ninety” is not in your profile"
    ]


@pytest.mark.parametrize(
    "body",
    [
        "I am applying for the position of Bakery Operations Manager.",
        "Stone Mill is why I would do well as Bakery Operations Manager.",
        "Four apprentices learned Hallqvist's starter from me.",
    ],
)
def test_an_honest_sentence_has_no_remark(body: str) -> None:
    """The position applied for is no claim, whatever else is named; a name may be a genitive."""
    assert remarks(check(body)) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("I baked 900 loaves a night.", "3:9: warning: “900” is not in your profile"),
        (
            "I trained at Poilâne in Paris.",
            "3:14: warning: “Poilâne in Paris” is not in your profile or the job file",
        ),
        (
            "As Pastry Chef at Stone Mill I led a crew.",
            "3:4: warning: “Pastry Chef” is no title of yours in your profile",
        ),
        ("I hold an MBA.", "3:11: warning: the degree “MBA” is not in your profile"),
        ("I speak fluent German.", "3:16: warning: the language “German” is not in your profile"),
        (
            "I came to Stone Mill in 2015.",
            "3:25: warning: “2015” is not in your profile",
        ),
        (
            "I am a certified cheesemonger.",
            "3:8: warning: “certified cheesemonger” is not in your profile",
        ),
        (
            "I have used SAP for ordering.",
            "3:13: warning: “SAP” is not in your profile or the job file",
        ),
        (
            "Poilane taught me patience.",
            "3:1: warning: “Poilane” is not in your profile or the job file",
        ),
        (
            "Call me about [date].",
            "3:15: warning: “[date]” is a placeholder, and would be sent as it is",
        ),
        (
            "> **To do:** say why (nobody knows)",
            "3:3: warning: this is left to do: say why (nobody knows)",
        ),
        ("I am a team player.", "3:8: hint: “team player” is what every letter says"),
        (f"Rye rose and {' and '.join(GRAINS)} again.", "3:1: hint: this sentence has 43 words"),
        (
            "My work with rye in the dark of the winter.",
            "3:1: hint: this is no sentence: it has no verb",
        ),
        (
            "The rye came back, it took thirty years.",
            "3:18: hint: a comma joins two sentences here",
        ),
        (
            "I trained by the bakers, who had the ovens.",
            "3:1: hint: this may not say what is meant: it does not say who or what",
        ),
        (
            "A crew baked our rye two winters long. Two winters long a crew baked our rye.",
            "3:40: hint: this was said on line 3 already",
        ),
        (
            "Rye needs time. Rye needs patience.",
            "3:17: hint: this sentence begins with “Rye needs”, as on line 3",
        ),
    ],
)
def test_each_rule_names_its_place(body: str, expected: str) -> None:
    """Line and column are those of the words meant."""
    result = check(body)
    assert remarks(result) == [expected]
    assert result.exit_code == ExitCode.DONE


def test_a_claim_on_a_later_line_has_its_own_line() -> None:
    """A sentence may run over several lines of the file."""
    assert remarks(check("I led a crew through two winters,\nall ninety of\nthem in aprons.")) == [
        "4:5: warning: “ninety” is not in your profile"
    ]


@pytest.mark.parametrize(
    "body",
    [
        "When the rye came back, I was there. Two winters, nine bakers and one oven made me.",
        "Fiscal 2024 closed well. You have baked for the bay since long ago, I read.",
        "Thank you for reading. Many thanks.",
        "I led a crew. I led a crew well and slept little.",
    ],
)
def test_a_turn_of_phrase_is_a_sentence(body: str) -> None:
    """Clauses before the main one, a figure before its verb, and thanks are no mistakes."""
    codes = ("no verb", "a comma joins", "was said")
    assert not [r for r in remarks(check(body)) if any(code in r for code in codes)]


def test_too_many_sentences_begin_with_i() -> None:
    """More than a third is too many; a third is not."""
    others = "Rye is slow. Bread is work. Ovens are hot. Dough rests. "
    assert remarks(check(f"{others}I bake. I led a crew.")) == []
    assert remarks(check(f"{others}I bake. I led a crew. I swept.")) == [
        "3:79: hint: 3 of 7 sentences begin with “I”"
    ]


def test_another_company_is_an_error() -> None:
    """A company of another job file is the one slip that must not happen; one's employers are."""
    job = Path("jobs/hearth.md").read_text()
    Path("jobs/crumb.md").write_text(job.replace("Hearth & Co", "Crumb & Sons"))
    Path("jobs/mill.md").write_text(job.replace("Hearth & Co", "Stone Mill"))
    result = check("I would love to bake at Crumb & Sons. Stone Mill taught me rye.")
    assert remarks(result) == ["3:25: error: “Crumb & Sons” is the company of another job file"]
    assert result.exit_code == ExitCode.NOT_DONE
    head = check(HONEST, head="Dear Crumb & Sons team,")
    assert remarks(head) == ["1:6: error: “Crumb & Sons” is the company of another job file"]


def test_an_unfinished_merge_is_an_error() -> None:
    """A letter with marks of a conflict is not looked at further."""
    result = check("<<<<<<< yours\nI bake.\n=======\nI baked.\n>>>>>>> draft")
    assert [line.split(": ")[1] for line in remarks(result)] == ["error"]


def test_lapels_own_sentences_are_warned_of() -> None:
    """What stands as it was drafted is lapel's; style there is a warning."""
    body = "I am a team player.\n<!-- sources: highlight mill/crew -->"
    check(body)
    base = Path(LETTER).parent / ".base" / Path(LETTER).name
    base.parent.mkdir()
    base.write_text(Path(LETTER).read_text())
    assert remarks(check(body)) == ["3:8: warning: “team player” is what every letter says"]
    assert remarks(check(f"Rye. {body}")) == [
        "3:13: warning: “team player” is what every letter says"
    ]
    assert remarks(check("I am no team player.")) == [
        "3:9: hint: “team player” is what every letter says"
    ]


def test_a_letter_in_another_language_is_not_read_as_english() -> None:
    """German nouns are no names, and German numbers no inventions; a to-do is one everywhere."""
    job = Path("jobs/hearth.md").read_text()
    Path("jobs/hearth.md").write_text(job.replace("pages: 1", "pages: 1\nlanguage: de"))
    body = "Ich habe mit neunzig Leuten in Wien Brot und Semmeln gebacken, und das mit Freude."
    assert remarks(check(body)) == []
    assert remarks(check(f"{body}\n\n> **To do:** sag warum (niemand weiß es)")) == [
        "5:3: warning: this is left to do: sag warum (niemand weiß es)"
    ]


def test_hints_are_counted_apart() -> None:
    """The tally names hints only where there are any; JSON has them too."""
    assert check(HONEST).stdout == "1 file: no problems\n"
    assert check("I am a team player.").stdout == "1 file: 0 errors, 0 warnings, 1 hint\n"
    printed = CliRunner().invoke(main, ["check", LETTER, "--json"]).stdout
    assert json.loads(printed)["hints"] == 1
