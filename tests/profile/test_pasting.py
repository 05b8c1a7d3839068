"""The quoted spellings of messages: pasted, they make the file say what was typed."""

import re
from contextlib import suppress

import yaml
from hypothesis import assume, example, given
from hypothesis import strategies as st

from lapel.profile.model import Profile
from lapel.profile.reading import parse_profile
from lapel.source.diagnostics import Outcome
from lapel.source.printing import format_diagnostic
from lapel.source.source import without_unseen
from lapel.text.inline import plain_text
from tests.given import source_of
from tests.source.strategies import TYPED

HEAD = ["basics: {name: Ada Lund}", "work:", "  - position: Cook", "    highlights:"]
MOST_ROUNDS = 4
PASTED = re.compile(r"(?:put it in quotes|use single quotes): (.*)$")
LIKE_A_FIELD = re.compile(r"[a-z$][\w-]*\s*:(\s|$)")  # the value alone may be what is wrong
REAL_COMMENT = re.compile(r"(^|[\s\"'])#+(\s|$)")


def parse(lines: list[str]) -> Outcome[Profile]:
    source = source_of("\n".join([*lines, ""]), "profile.yaml")
    return parse_profile(source)


def paste(lines: list[str], outcome: Outcome[Profile]) -> list[str]:
    """The lines with every spelling of a message put in the place of its line."""
    pasted = list(lines)
    for problem in outcome.errors:
        assert problem.place
        found = PASTED.search(problem.help)
        assert found, format_diagnostic(problem)
        line = lines[problem.place.line - 1]
        indent = line[: len(line) - len(line.lstrip())]
        pasted[problem.place.line - 1] = indent + found[1]
    return pasted


SEEN = TYPED.map(without_unseen).map(lambda text: " ".join(text.split())).filter(bool)


@given(st.lists(SEEN, min_size=1, max_size=4))
@example(["**Led** a team", "Ranked #1 in sales", "Cut close: nine to four", "[x] done"])
@example(["'tis the season", "the cooks'", '"Best" in town', 'it\'s "a" b'])
@example(["> 50 beds", ">5", "& b", "! c", "% d", "@ e", "`f`", "? g", ": h"][:4])
@example(["- nested", "{a: b}", "[a, b]", '"whole"'])
@example(["~", "null", "No: yes", "a:"])
@example(["? gd", "? iD", "? maybe later"])
@example(["[ #0", "{ #x", "[ #1]"])
@example(["[ #: 0"])
def test_pasting_what_the_messages_say_gives_the_bullets_as_typed(bullets: list[str]) -> None:
    """However many bullets YAML would spoil, a few pastes later all read as they were typed."""
    assume(not any(REAL_COMMENT.search(bullet) for bullet in bullets))
    assume(not any(LIKE_A_FIELD.match(bullet) for bullet in bullets))
    assume(not any(bullet[0] in "\"'" and set(bullet) & {"#", "\\"} for bullet in bullets))
    assume(not any(f"&{bullet[1:]}" in bullets for bullet in bullets if bullet[0] == "*"))
    assume(all(plain_text(bullet).split() for bullet in bullets))
    assume(len({" ".join(plain_text(bullet).split()) for bullet in bullets}) == len(bullets))
    lines = HEAD + [f"      - {bullet}" for bullet in bullets]
    for _ in range(MOST_ROUNDS):
        outcome = parse(lines)
        if not outcome.errors:
            break
        lines = paste(lines, outcome)
    assert outcome.value, [format_diagnostic(problem) for problem in outcome.errors]
    read = [highlight.text.markdown for highlight in outcome.value.entries[0].highlights]
    meant = [_as_yaml_quotes(bullet) for bullet in bullets if bullet not in NOTHING]
    assert read == [text for text in meant if text]


NOTHING = {"~", "null", "Null", "NULL", "''", '""', "|", ">", "|-", ">-", "{}"}


def _as_yaml_quotes(bullet: str) -> str:
    """What a bullet says that was typed in quotes from end to end; any other as it is."""
    if bullet[0] in "\"'":
        with suppress(yaml.YAMLError):
            value = yaml.safe_load(bullet)
            return value.strip() if isinstance(value, str) else bullet
    return bullet
