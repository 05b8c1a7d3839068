"""The lexicon: the built-in one, its relations, and a workspace's own."""

import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from bench.pages import LOADER, read_page
from msgspec.structs import asdict

import lapel
from lapel.matching import lexicon as module
from lapel.matching.answers.reading import read_text
from lapel.matching.answers.spotting import find_namings
from lapel.matching.lexicon import Lexicon, build_lexicon
from lapel.matching.lexicon_files import load_lexicon, makers_of_lexicon, read_builtin_blocks
from lapel.text.words import split_words

_BUILT_IN = Path(module.__file__).with_name("lexicon.yaml")


def _names(text: str, lexicon: Lexicon) -> set[str]:
    reading = read_text(text, lexicon)
    return {lexicon.names[concept] for concept in reading.concepts}


def test_names_of_one_thing_are_one_concept(lexicon: Lexicon) -> None:
    """An abbreviation and its long form name the same."""
    one = find_namings(split_words("k8s"), lexicon)
    other = find_namings(split_words("Kubernetes"), lexicon)
    assert one[0].concept == other[0].concept


def test_implication_has_one_direction(lexicon: Lexicon) -> None:
    """A product shows the skill, the skill does not show the product."""
    assert "CRM" in _names("Moved contacts to HubSpot", lexicon)
    assert "hubspot" not in _names("Cleaned up the CRM", lexicon)


def test_what_only_shows_a_thing_is_found_by_its_words_and_not_compared() -> None:
    """A name of ``shown_by`` implies its thing, and no vector is compared with it."""
    small = build_lexicon(
        [
            {
                "same": [["dispatch", "load planning"]],
                "shown_by": {"dispatch": ["McLeod", "load board"]},
            }
        ]
    )
    assert "dispatch" in _names("Loads in McLeod", small)
    assert not small.shown_by
    assert {small.names[n] for n in small.same if n >= small.worded} == {"McLeod", "load board"}


def test_implication_reaches_over_steps() -> None:
    """What is implied implies further, with the steps counted."""
    small = build_lexicon([{"implies": {"a cat": ["mammal"], "mammal": ["animal"]}}])
    (cat,) = [n.concept for n in find_namings(split_words("cat"), small)]
    steps = {small.names[number]: step for number, step in small.implied[cat].items()}
    assert steps == {"mammal": 1, "animal": 2}


def test_a_compound_silences_its_words(lexicon: Lexicon) -> None:
    """Inside a compound no word speaks for itself."""
    assert "lead" not in read_text("Cut lead time by half", lexicon).positions
    assert "lead" in read_text("Lead a crew", lexicon).positions


def test_a_name_that_is_implied_counts_in_its_own_form_beside_a_bound_one() -> None:
    """Where "=surveys" are bound, surveying is found by what implies it, and a deed is not."""
    small = build_lexicon(
        [{"same": [["questionnaires", "=surveys"]]}, {"implies": {"lidar": ["surveying"]}}]
    )
    (asked,) = find_namings(split_words("surveying"), small)
    assert asked.concept in read_text("Flew lidar", small).concepts
    assert not _names("Surveyed dykes", small)


def test_a_form_behind_an_equals_sign_is_the_only_one() -> None:
    """A name that counts in one form is not found in others of its stem."""
    small = build_lexicon([{"same": [["grant writing", "=grants"]]}])
    assert find_namings(split_words("Won grants"), small)
    assert not find_namings(split_words("Granted access"), small)


def test_a_name_does_not_begin_behind_a_hyphen(lexicon: Lexicon) -> None:
    """Half of a hyphened word is not a name."""
    assert "large language models" not in _names("Wrote plain-language model notes", lexicon)


def test_every_block_of_the_built_in_file_has_a_source() -> None:
    """Each block says where its names come from, and at least fifteen trades have one."""
    blocks = read_page(_BUILT_IN)
    assert len(blocks) >= 15
    assert all(block["source"] and block["profession"] for block in blocks)


def test_the_built_in_file_says_each_thing_once() -> None:
    """No key stands twice in a block, which YAML would drop without a word."""
    root = yaml.compose(_BUILT_IN.read_text(encoding="utf-8"), Loader=LOADER)
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, yaml.MappingNode):
            keys = [key.value for key, _ in node.value]
            assert len(keys) == len(set(keys))
            waiting.extend(value for _, value in node.value)
        elif isinstance(node, yaml.SequenceNode):
            waiting.extend(node.value)


def test_the_kept_lexicon_is_the_built_one(lexicon: Lexicon) -> None:
    """What is kept from run to run is what the files say."""
    assert asdict(lexicon) == asdict(build_lexicon(read_builtin_blocks()))


def test_everything_that_makes_the_lexicon_is_looked_at() -> None:
    """The files that building imports and reads are those whose change makes it anew."""
    code = (
        "import sys\nread = set()\n"
        "sys.addaudithook(lambda event, of: event == 'open' and read.add(str(of[0])))\n"
        "from lapel.matching.lexicon_files import build_lexicon, read_builtin_blocks\n"
        "build_lexicon(read_builtin_blocks())\n"
        "modules = {str(m.__file__) for n, m in sys.modules.items() if n.startswith('lapel.')}\n"
        "print(*modules, *read, sep='\\n')"
    )
    line = [sys.executable, "-B", "-c", code]
    child = subprocess.run(line, capture_output=True, text=True, check=True)
    ours = Path(lapel.__file__).parent
    used = {Path(name) for name in child.stdout.splitlines() if name.endswith((".py", ".yaml"))}
    own = {path for path in used if path.is_relative_to(ours) and path.name != "__init__.py"}
    others = ("caching.py", "source/diagnostics.py", "text/plurals.py", "text/regexes.py")
    aside = {ours / name for name in others}
    assert own - aside == set(makers_of_lexicon())


def test_a_workspace_s_file_adds_names(tmp_path: Path) -> None:
    """A workspace's own file widens the built-in one."""
    path = tmp_path / "lexicon.yaml"
    path.write_text("- same: [[electronic health records, Zedchart]]\n", encoding="utf-8")
    outcome = load_lexicon(path)
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    assert "electronic health records" in _names("Charted in Zedchart", outcome.value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- same: [CI, CD]", "1:9: `same`: expected lists of names in a list"),
        ("- same: [[a1, CI]]\n- smae: [[b1, CD]]", "2:3: a block of the lexicon has no `smae`"),
        ("- implies: [a1]", "1:12: `implies`: expected names, each with a list of others"),
        ("- told: {a1: b1}", "1:14: `told`: expected a list of names"),
        ("- word", "1:3: expected a block of names"),
        ("word", "1:1: expected a block of names"),
        ("- [", "1:3: this `[` is never closed"),
        ('- same: [["a1", ","]]', "1:17: “,” has no word to look for"),
        ('- implies: {"": [a1]}', "1:13: “” has no word to look for"),
        ("- same: [[a1, b1]]\n  same: []", "2:3: the key `same` stands here twice: on line 1 and"),
    ],
)
def test_a_fault_in_a_workspace_s_file_is_told(text: str, message: str, tmp_path: Path) -> None:
    """What has not the form of a block is reported at its place, and the other names remain."""
    path = tmp_path / "lexicon.yaml"
    path.write_text(text, encoding="utf-8")
    outcome = load_lexicon(path)
    assert outcome.value is not None
    (problem,) = outcome.errors
    assert problem.place is not None
    assert f"{problem.place.line}:{problem.place.column}: {problem.message}".startswith(message)
    assert problem.place.path == path


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    """A lexicon that was named and is not there is an error."""
    (problem,) = load_lexicon(tmp_path / "none.yaml").errors
    assert problem.message == "there is no such file"
