"""Reminders in a note to its own writer, turned into the instructions they mean.

"Don't forget both licences are valid", "the flood should be told in one line" and "I think the
trainees are the best ones" are whole sentences, and none of them is for the reader.
"""

from lapel.letter.english.antecedents import is_somebody
from lapel.letter.english.clauses import is_clause
from lapel.letter.english.forms import words_of
from lapel.letter.english.vocabulary import longest_first, pattern
from lapel.letter.english.words import capital, lowered
from lapel.letter.points.cutting.directions import is_direction
from lapel.letter.points.instructing import begins_instruction
from lapel.letter.points.prose import is_whole
from lapel.text.sentences import split_sentences

_FEWEST_IN_ROW = 2
"""The fewest things to say after the first that are split: two fit in one sentence."""


def without_reminders(text: str) -> str:
    """Return a note with each sentence addressed to its own writer turned into an instruction."""
    sentences = (part for one in split_sentences(text) for part in _split_halves(one))
    return " ".join(filter(None, map(_to_instructions, sentences)))


def _split_halves(sentence: str) -> list[str]:
    """Split a sentence at its semicolons where one half is addressed only to its writer."""
    halves = sentence.split("; ")
    told = [half for half in halves if is_direction(half) or _turn_reminder(half) != half]
    return [_to_sentence(half) for half in halves] if told and halves[1:] else [sentence]


def _to_sentence(half: str) -> str:
    return capital(half if half[-1:] in ".!?" else f"{half}.")


def _to_instructions(sentence: str) -> str:
    sentence = pattern("reckoned").sub("", sentence)
    sentence = pattern("to_be_seen").sub("Say that ", sentence)
    sentence = pattern("on_to_position").sub(". State the position", sentence)
    in_row = pattern("said_in_row")
    if begins_instruction(sentence) and len(in_row.findall(sentence)) >= _FEWEST_IN_ROW:
        sentence = in_row.sub(". Say that ", sentence)
    return " ".join(map(_turn_reminder, split_sentences(_instruct_intended(sentence))))


def _instruct_intended(sentence: str) -> str:
    """Turn each clause in which the writer says what they mean to write into an instruction."""
    intended = pattern("intended").search(sentence)
    if intended is None:
        return sentence
    before, rest = sentence[: intended.start()], capital(sentence[intended.end() :])
    return (
        f"{before}. {_instruct_intended(rest)}" if intended["joined"] else _instruct_intended(rest)
    )


def _turn_reminder(sentence: str) -> str:
    if (why := pattern("why_writing").match(sentence)) and is_whole(capital(why["what"])):
        return capital(why["what"])
    if begins := pattern("for_beginning").match(sentence):
        return f"Name {begins['then']}." if begins["then"] else ""
    if spared := pattern("no_need").match(sentence):
        return capital(spared["rest"])
    if reminder := pattern("reminder").match(sentence):
        return _instruct_reminded(sentence, reminder["what"])
    if told := pattern("should_be_told").match(sentence):
        person = told["done"] == "told" and is_somebody(words_of(told["what"])[-1])
        return sentence if person else f"Describe {lowered(told['what'])}{told['rest']}"
    chosen = pattern("best_ones").match(sentence)
    chosen = chosen if chosen and any(chosen.group("thinks", "maybe", "ones")) else None
    chosen = chosen or pattern("counts_too").match(sentence)
    return f"Show {lowered(chosen['what'])}." if chosen else sentence


def _instruct_reminded(sentence: str, what: str) -> str:
    """Return what the writer must not forget to say; an instruction is returned as it is."""
    if begins_instruction(sentence) or pattern("of_the_letter").match(what):
        return sentence
    if what.casefold().startswith(longest_first("refusals")):
        return capital(what)
    return f"{'Say that' if is_clause(what) else 'Mention'} {lowered(what)}"
