"""Reading a job in YAML or JSON."""

import re
from collections.abc import Iterable

from msgspec.structs import replace

from lapel.job.assembling import Reading, assemble
from lapel.job.markup.yaml_form import YamlForm
from lapel.job.model import Job, Settings
from lapel.job.outline.walking import outline
from lapel.job.problems import report_no_mapping, report_too_long
from lapel.job.settings.reading import read_settings
from lapel.job.settings.stated import part_stated, with_stated
from lapel.job.unclaimed.errands import with_errands
from lapel.job.unclaimed.head import company_of, read_values
from lapel.job.unclaimed.own_headings import with_own_notes
from lapel.job.unclaimed.selling import with_skills
from lapel.job.words.headings import topic_of
from lapel.job.words.topics import Topic
from lapel.source.diagnostics import Diagnostic, Outcome, sort_by_place
from lapel.source.kinds import Kind, kind_of, taken_for_a_job
from lapel.source.mending import drop_consequences
from lapel.source.nodes import Mapping, Node, Scalar, Sequence
from lapel.source.source import Source
from lapel.source.structured import parse_structured
from lapel.source.validation import validate

CANONICAL_KEYS = {
    Topic.COMPANY: "company",
    Topic.POSITION: "position",
    Topic.URL: "url",
    Topic.STATUS: "status",
    Topic.DESCRIPTION: "description",
    Topic.COMPANY_DETAILS: "companyDetails",
    Topic.APPLICATION_DATE: "applicationDate",
    Topic.RECIPIENT: "recipient",
    Topic.CONNECTION: "connection",
    Topic.NOTES: "notes",
}


def read_yaml_job(source: Source) -> Outcome[Job]:
    """Return the job in a YAML or JSON file, and every problem in it; no job where the file cannot
    be parsed, is too long or is a profile.
    """
    if long := report_too_long(source, source.text):
        return Outcome(None, long)
    node, unread = parse_structured(source)
    if kind_of(node, source.text) is Kind.PROFILE:
        return Outcome(None, (taken_for_a_job(source),))
    if isinstance(node, Sequence) and len(node.items) == 1:
        node = node.items[0]
    if not isinstance(node, Mapping):
        return Outcome(None, unread or (report_no_mapping(source, node),))
    fields, tailoring = _split_tailoring(node)
    form = YamlForm(source)
    fields, stated = part_stated(form.unwrapped(fields), tailoring)
    blocks = form.blocks(fields)
    settings = read_settings(source, tailoring) if tailoring else Outcome(Settings())
    assert settings.value is not None
    tailored_for = with_stated(source, settings.value, stated).value
    assert tailored_for is not None
    from lapel.job.schema import JobKeys  # noqa: PLC0415 - most job files are Markdown

    shapes = validate(JobKeys, _with_canonical_keys(fields), source)
    tailored = _find_lines_of_tailoring(tailoring, source) if tailoring else frozenset()
    tailored |= {key.place.line for key, _ in stated.entries}
    outlined, headline = read_values(outline(blocks, is_keyed=True), None)
    outlined, own = with_own_notes(source, outlined, company_of(outlined, headline))
    outlined, errands = with_errands(source, with_skills(outlined))
    read = assemble(
        Reading(
            source,
            outlined,
            headline=headline,
            keys=tuple(form.keys),
            comments=form.comments(),
            marks=form.marks() | tailored,
            settings=tailored_for,
            diagnostics=(
                *_keep_first_per_place(shapes.diagnostics),
                *settings.diagnostics,
                *own,
                *errands,
            ),
        )
    )
    if not unread:
        return read
    problems = (*unread, *drop_consequences(read.diagnostics, unread))
    return Outcome(None, sort_by_place(problems))


def _split_tailoring(node: Mapping) -> tuple[Mapping, Node | None]:
    """Split a mapping into the job's fields and the value of `tailoring:`, None for none."""
    fields = tuple(entry for entry in node.entries if entry[0].text != "tailoring")
    return Mapping(fields, node.place), node.get("tailoring")


def _with_canonical_keys(node: Mapping) -> Mapping:
    """Return the mapping with keys as the schema spells them; of two for one field, the first."""
    entries: dict[str, tuple[Scalar, Node]] = {}
    for key, value in node.entries:
        topic = topic_of(key.text)
        name = CANONICAL_KEYS.get(topic, key.text) if topic else key.text
        entries.setdefault(name, (replace(key, text=name), value))
    return Mapping(tuple(entries.values()), node.place)


def _find_lines_of_tailoring(node: Node, source: Source) -> frozenset[int]:
    """Return the numbers (from 1) of the lines of the `tailoring:` mapping, its key included."""
    own = (n for n, line in enumerate(source.lines, 1) if re.match(r"[\s{\"']*tailoring\b", line))
    first = next(own, node.place.line)  # with other keys before it on its line
    indent = len(source.lines[first - 1]) - len(source.lines[first - 1].lstrip())
    last = first
    for number in range(first + 1, len(source.lines) + 1):
        line = source.lines[number - 1]
        if line.strip() and len(line) - len(line.lstrip()) <= indent and number > node.place.line:
            break
        last = number
    return frozenset(range(first, last + 1))


def _keep_first_per_place(problems: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the first diagnostic of each place: one value may fail as each of several shapes."""
    first: dict[object, Diagnostic] = {}
    for problem in problems:
        first.setdefault(problem.place, problem)
    return tuple(first.values())
