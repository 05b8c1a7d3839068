"""Names of a part that are a whole phrase: "things I should push", "want on my CV", "for each job".

Of what can be said in a dozen ways the words are data (`phrased` in headings.yaml), and how they go
together stands here.
"""

import re
from functools import cache

from lapel.text.data import read_data
from lapel.text.regexes import regex


def phrased_topic(name: str) -> str | None:
    """The topic's name that a heading's name is a phrase for, None for any other words."""
    return next((topic for topic, said in _phrases() if said.fullmatch(name)), None)


@cache
def entry_words() -> frozenset[str]:
    """What people call the entries of a resume: "job", "employer", "school"."""
    return frozenset(read_data("lapel.job.words", "headings.yaml")["phrased"]["entries"])


@cache
def _phrases() -> tuple[tuple[str, re.Pattern[str]], ...]:
    words = {
        name: "|".join(map(re.escape, listed))
        for name, listed in read_data("lapel.job.words", "headings.yaml")["phrased"].items()
    }
    thing = rf"(?:(?:{words['things']}) (?:that )?)?"
    deed = rf"(?:{words['deeds']})"
    said = rf"(?:{words['deeds']}|{words['deeds_of_anyone']})"
    place = rf"(?:in|on|into|for|with) (?:my |the |this )?(?:{words['documents']})"
    each = rf"(?:{words['entries']})"
    me = r"i want|i'd like|i need"
    emphasis = (
        rf"{thing}(?:(?:{words['i']}) {said}|(?:to|must) {deed})(?: {place})?",
        rf"{thing}(?:so )?(?:(?:to|must) )?{said}(?: (?:these|this|those|them))? {place}",
        rf"(?:skills|strengths|keywords|stack|tools|stuff|things) (?:to|i) {said}",
        rf"{deed} (?:these|this|those|them|here)",
        r"(?:skills|strengths|keywords) (?:up top|up front|first|at the top|on top)",
        rf"what (?:my |the |this )?(?:{words['documents']})"
        rf" (?:must|should|needs to|has to|ought to) {said}",
        rf"{thing}(?:to|must) be (?:{words['done']})(?: {place})?",
        rf"{thing}(?:{words['wants']}) {place}",
        rf"{thing}(?:(?:{me}) (?:{words['readers']}) to|they (?:should|must|need to))"
        rf" (?:{words['sees']})(?: (?:first|about me|of me))?",
    )
    idea = (
        rf"(?:(?:resume|cv) )?{thing}(?:(?:{words['i']}) |to )?(?:{words['changes']})(?: {place})?",
    )
    hint = (
        rf"(?:(?:what|how|things|stuff)(?: to \w+(?: \w+)?| goes)? )?"
        rf"(?:(?:in|for|from|on|per|by) )?(?:each|every) {each}(?: \w+){{0,2}}",
        rf"(?:(?:resume|cv) )?(?:per|by) {each}",
        rf"(?P<one>{each}) (?:by|for) (?P=one)",
        rf"(?:what|which) {each} (?:says|shows|proves|gets|does|brings|is for) what",
        rf"{each} (?:angles|pointers|lines)",
        rf"(?:hints|notes|remarks|pointers) (?:by|per|for|on) (?:\w+ )?{each}s?(?: held)?",
    )
    site = rf"(?:the |their |its )?(?:\w+ ){{0,2}}(?:{words['sites']})"
    description = (
        r"(?:copied|pasted|copy|cut and pasted|taken|text)(?: over)? (?:from|off|of) .+",
        rf"(?:{words['ads']}) (?:from|off|on|in|at|of) (?:the |their )?\w.*",
        rf"(?:from|off|on) {site}",
        rf"(?:the |their )?(?:{words['ads']}) with (?:my|me) .+",
        rf"(?:{words['sites']}) (?:{words['ads']})",
    )
    tied = r"story|history|links?|ties?|connections?|bond|relationship|past|relation"
    connection = (
        rf"(?:(?:my|our|the|any) )?(?:{tied}) (?:with|to|at)"
        rf" (?!.*\b(?:{words['ads']}|page|role)\b).+",
        r"what (?:ties|connects|binds|links|draws|brings|attracts|drew|brought) me (?:to|with) .+",
        r"what (?:it|they|this|he|she|[\w' ]{2,30}?) (?:is|are|mean|means) to me",
    )
    letter = (r"(?:for|in|into) (?:the|my|this) (?:\w+ ){0,2}(?:letter|covering note|cover note)",)
    named = {
        "idea": idea,
        "emphasis": emphasis,
        "hint": hint,
        "description": description,
        "connection": connection,
        "letter-point": letter,
    }
    return tuple((topic, regex(p)) for topic, patterns in named.items() for p in patterns)
