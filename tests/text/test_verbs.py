"""The forms of English verbs."""

import pytest

from lapel.text.verbs import Form, forms_of, inflect, is_noun_too, read_verb
from tests.text.verb_table import COMMON, TABLE, common_table, verb_table


def test_the_table_is_what_its_source_gives() -> None:
    """A change of the source or of the command is written to the file."""
    assert TABLE.read_text(encoding="utf-8") == verb_table()
    assert COMMON.read_text(encoding="utf-8") == common_table()


@pytest.mark.parametrize(
    ("word", "form", "expected"),
    [
        ("Lead", Form.PAST, "led"),
        ("leads", Form.PAST, "led"),
        ("Led", Form.GERUND, "leading"),
        ("Found", Form.BASE, "find"),
        ("saw", Form.BASE, "see"),
        ("Set", Form.PAST, "set"),
        ("plan", Form.PAST, "planned"),
        ("planned", Form.GERUND, "planning"),
        ("open", Form.PAST, "opened"),
        ("identify", Form.PAST, "identified"),
        ("identifies", Form.GERUND, "identifying"),
        ("oversee", Form.PAST, "oversaw"),
        ("teach", Form.THIRD, "teaches"),
        ("rewrite", Form.PAST, "rewrote"),
        ("Co-led", Form.BASE, "co-lead"),
        ("Re-architected", Form.GERUND, "re-architecting"),
        ("cross-trained", Form.BASE, "cross-train"),
        ("dockerized", Form.GERUND, "dockerizing"),
        ("program", Form.PAST, "programmed"),
        ("troubleshoot", Form.PAST, "troubleshot"),
        ("are", Form.PAST, "was"),
        ("is", Form.BASE, "am"),
        ("tie", Form.GERUND, "tying"),
        ("feed", Form.PAST, "fed"),
        ("redo", Form.THIRD, "redoes"),
        ("echo", Form.THIRD, "echoes"),
        ("undergo", Form.THIRD, "undergoes"),
        ("radio", Form.THIRD, "radios"),
    ],
)
def test_a_verb_is_put_into_another_form(word: str, form: Form, expected: str) -> None:
    assert inflect(word, form) == expected


OTHERS = ["Agency", "forty", "responsible", "during", "team", "Etsy", "counties", ""]


@pytest.mark.parametrize("word", OTHERS)
def test_other_words_are_no_verbs(word: str) -> None:
    assert inflect(word, Form.PAST) is None or is_noun_too(word)


def test_forms_that_look_alike_are_all_found() -> None:
    assert forms_of("read") == {Form.BASE, Form.PAST, Form.PARTICIPLE}
    assert forms_of("went") == {Form.PAST}
    assert forms_of("nurses") == {Form.THIRD}
    assert {reading.verb.base for reading in read_verb("found")} == {"find", "found"}


def test_a_verb_that_is_also_a_noun_is_known() -> None:
    assert is_noun_too("lead")
    assert is_noun_too("Chair")
    assert not is_noun_too("oversee")
    assert not is_noun_too("led")
