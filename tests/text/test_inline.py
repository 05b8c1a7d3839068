"""Inline Markdown as runs: what has a meaning, and what stays as typed."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
        ("***a** b*", (Run("a", strong=True, emphasis=True), Run(" b", emphasis=True))),
        ("5*a*b", (Run("5"), Run("a", emphasis=True), Run("b"))),
        (f"[a](<{LINK}>)", (Run("a", href=LINK),)),
        (f'[a]({LINK} "title")', (Run("a", href=LINK),)),
        (f"[a]({LINK}/b_(c))", (Run("a", href=f"{LINK}/b_(c)"),)),
        (
            f"[a [b]({LINK})]({LINK})",
            (Run("[a "), Run("b", href=LINK), Run("]("), Run(LINK, href=LINK), Run(")")),
        ),
        (LINK, (Run(LINK, href=LINK),)),
        (f"**at {LINK}.**", (Run("at ", True), Run(LINK, True, href=LINK), Run(".", True))),
        (f"<{LINK}/a_b>", (Run("<"), Run(f"{LINK}/a_b", href=f"{LINK}/a_b"), Run(">"))),
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
        "callbacks[i]() and [x]( )",
        "[x](https://)",
        "www.a.example and a@b.example",
    ],
)
def test_what_is_no_markup_stays_as_typed(text: str) -> None:
    """Nothing but stars, web links and escapes has a meaning."""
    assert parse_inline(text) == (Run(text),)


def test_plain_text_is_what_a_reader_reads() -> None:
    """Markup and addresses go, words stay."""
    assert plain_text(f"Led **two** [teams]({LINK})*!*") == "Led two teams!"


MARKED = st.lists(
    st.sampled_from(
        [
            "*",
            "**",
            "***",
            "a",
            "b",
            " ",
            ".",
            "_",
            "(",
            ")",
            "[",
            "]",
            f"]({LINK})",
            "\\",
            "é",
            "💡",
        ]
    ),
    max_size=14,
).map("".join)


@given(MARKED)
def test_nothing_is_read_that_was_not_typed(text: str) -> None:
    """What is read is what was typed, in its order, with nothing left out but marks."""
    read = runs_text(parse_inline(text))
    typed = iter(text)
    assert all(character in typed for character in read)
    words_read, words_typed = (
        [c for c in words.replace(LINK, "") if c in "ab_é💡"] for words in (read, text)
    )
    assert words_read == words_typed


@given(st.one_of(MARKED, st.text()))
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
