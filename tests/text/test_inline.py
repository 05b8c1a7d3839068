"""Inline Markdown as runs, against the written cases and against a CommonMark parser."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from lapel.text.inline import Run, parse_inline, plain_text, runs_text

LINK = "https://a.example"


@pytest.mark.parametrize(
    ("markdown", "runs"),
    [
        ("", ()),
        ("plain", (Run("plain"),)),
        ("a **b** c", (Run("a "), Run("b", strong=True), Run(" c"))),
        ("*a **b***", (Run("a ", emphasis=True), Run("b", strong=True, emphasis=True))),
        (f"[a]({LINK})", (Run("a", href=LINK),)),
        (f"**[a *b*]({LINK})**", (Run("a ", True, href=LINK), Run("b", True, True, LINK))),
        (f"[a](<{LINK}>)", (Run("a", href=LINK),)),
        (f"[a]({LINK}/b_(c))", (Run("a", href=f"{LINK}/b_(c)"),)),
        (f"[a [b]({LINK})]({LINK})", (Run("[a "), Run("b", href=LINK), Run(f"]({LINK})"))),
        ("[m](mailto:a@b.example)", (Run("m", href="mailto:a@b.example"),)),
        ("[t](tel:+1912555)", (Run("t", href="tel:+1912555"),)),
        (r"\*a\* \[b\](c) C:\d", (Run(r"*a* [b](c) C:\d"),)),
        ("one\n  two  \nthree", (Run("one two three"),)),
    ],
)
def test_marked_texts(markdown: str, runs: tuple[Run, ...]) -> None:
    """Strong, emphasis and links nest; escapes and line breaks are not seen."""
    assert parse_inline(markdown) == runs


@pytest.mark.parametrize(
    "text",
    [
        "a * b",
        "C* and D*",
        "5 * 3 * 2",
        "**",
        "snake_case and __dunder__ and _this_",
        "`code` and <b>html</b> and &amp;",
        "[x](javascript:alert(1))",
        "[x](file.html)",
        "[x]",
        "[x] (y)",
        f"![picture]({LINK})",
        f'[x]({LINK} "title")',
        "[x](https://)",
        LINK,
        "<https://a.example>",
    ],
)
def test_what_is_no_markup_stays_as_typed(text: str) -> None:
    """Nothing but stars, web links and escapes has a meaning."""
    assert parse_inline(text) == (Run(text),)


def test_plain_text_is_what_a_reader_reads() -> None:
    """Markup and addresses go, words stay."""
    assert plain_text(f"Led **two** [teams]({LINK})*!*") == "Led two teams!"


ORACLE = MarkdownIt("zero").enable(
    ["emphasis", "link", "escape", "balance_pairs", "fragments_join"]
)
MARKED = st.lists(
    st.sampled_from(
        ["*", "**", "***", "a", "b", " ", ".", "(", ")", "[", "]", f"]({LINK})", "\\", "é", "💡"]
    ),
    max_size=14,
).map("".join)


def runs_of(tokens: list[Token]) -> tuple[Run, ...]:
    """The oracle's tokens as runs."""
    strong, emphasis, href = 0, 0, ""
    runs: list[Run] = []
    for token in tokens:
        match token.type:
            case "strong_open" | "strong_close":
                strong += token.nesting
            case "em_open" | "em_close":
                emphasis += token.nesting
            case "link_open":
                href = str(token.attrGet("href"))
            case "link_close":
                href = ""
            case _ if token.content:
                run = Run(token.content, bool(strong), bool(emphasis), href)
                if runs and (run.strong, run.emphasis, run.href) == (
                    runs[-1].strong,
                    runs[-1].emphasis,
                    runs[-1].href,
                ):
                    run = Run(runs.pop().text + run.text, run.strong, run.emphasis, run.href)
                runs.append(run)
    return tuple(runs)


@given(MARKED)
@example("**a*b**c*")
@example("*a**b*")
@example("***a** b*")
def test_stars_and_links_follow_commonmark(text: str) -> None:
    """Any mixture of stars, brackets and escapes reads as a CommonMark parser reads it."""
    (inline,) = ORACLE.parseInline(text)
    assert parse_inline(text) == runs_of(inline.children or [])


@given(st.text())
def test_runs_hold_text_and_neighbours_differ(text: str) -> None:
    """No text raises, no run is empty, and no two neighbours look alike."""
    runs = parse_inline(text)
    assert all(run.text for run in runs)
    looks = [(run.strong, run.emphasis, run.href) for run in runs]
    assert all(one != other for one, other in pairwise(looks))
    if not any(mark in text for mark in "*[\\\n"):
        assert runs_text(runs) == text


@pytest.mark.parametrize(
    "unit", ["*a **a ", "[", "*", "a**b", f"[a]({LINK} ", "[a](((", "*a_", "[a]"]
)
def test_no_text_takes_long(unit: str) -> None:
    """A long text of one repeated mark is read in a moment, not in minutes."""
    assert parse_inline(unit * 3000)
