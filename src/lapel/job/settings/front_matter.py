"""Reading the front matter of a Markdown job file: its extent, its settings, the job's fields."""

from collections.abc import Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from lapel.job.markup.lines import Comment
from lapel.job.markup.markdown import Block, Written
from lapel.job.markup.yaml_form import YamlForm
from lapel.job.model import Settings
from lapel.job.settings.reading import read_settings
from lapel.job.settings.tailoring import Tailoring
from lapel.job.words.headings import is_for_own_use, is_of_documents, topic_of
from lapel.job.words.labels import is_only_link
from lapel.job.words.topics import FIELDS, NOTES
from lapel.source.diagnostics import Diagnostic, Severity
from lapel.source.keys import known_listed
from lapel.source.mending import TEXT_MISREAD, drop_consequences
from lapel.source.nodes import Mapping, Node, Scalar
from lapel.source.source import Source
from lapel.source.yaml import parse_yaml_sound
from lapel.text.plurals import join_and
from lapel.text.regexes import regex
from lapel.text.spelling import find_nearest

FENCE = regex(r"^---\s*$")
CLOSING = regex(r"^(?:---|\.\.\.)\s*$")
_KEY = regex(r"^([A-Za-z][\w $-]*?)\s*:(?:\s|$)")
_SPAN = regex(r"\d ?(?:[-–]|to|or) ?\d(?: pages)?")
_INNER = regex(r"^(?:\s|#(?!#)|-\s|[\]}])|^$")


class FrontMatter(Struct, frozen=True):
    """The text between the fences at the top of a Markdown file.

    ``first_line`` is the line (from 1) below the first fence, ``last_line`` that of the closing
    fence; where none closes it, the last line of the text.
    """

    text: str
    first_line: int
    last_line: int
    closed: bool


def find_front_matter(source: Source) -> FrontMatter | None:
    """Return the front matter, None where a rule at the top has no key below it."""
    lines = source.lines
    start = next((index for index, line in enumerate(lines) if line.strip()), 0)
    if not FENCE.match(lines[start]):
        return None
    inner = lines[start + 1 :]
    first = next((line for line in inner if line.strip() and not line.startswith("#")), "")
    closing = next((index for index, line in enumerate(inner) if CLOSING.match(line)), None)
    if closing is not None and all(
        _KEY.match(line) or _INNER.match(line) for line in inner[:closing]
    ):
        if not any(_KEY.match(line) for line in inner[:closing]):
            return None
        return FrontMatter("\n".join(inner[:closing]), start + 2, start + closing + 2, True)
    key = _KEY.match(first)
    if key is None or not (
        _is_setting(key[1]) or (closing is not None and _are_flawed_settings(inner[:closing]))
    ):
        return None
    if closing is not None and _are_flawed_settings(inner[:closing]):
        return FrontMatter("\n".join(inner[:closing]), start + 2, start + closing + 2, True)
    end = _find_end_of_keys(inner)
    return FrontMatter("\n".join(inner[:end]), start + 2, start + 1 + end, False)


def _has_setting(found: FrontMatter) -> bool:
    """Tell whether one of the keys is a setting; fields between two rules need not be YAML."""
    keys = (_KEY.match(line) for line in found.text.split("\n"))
    return any(key and _is_setting(key[1]) for key in keys)


def _is_setting(key: str) -> bool:
    return key.casefold() in Tailoring.model_fields


def _are_flawed_settings(lines: tuple[str, ...]) -> bool:
    """Tell whether lines that are not all YAML are still meant as settings: one is a setting, none
    is a heading or blank.
    """
    return not any(line.startswith("##") or not line.strip() for line in lines) and any(
        (key := _KEY.match(line)) and _is_setting(key[1]) for line in lines
    )


def _find_end_of_keys(lines: tuple[str, ...]) -> int:
    """Return how many lines at the beginning look like keys with their values."""
    for index, line in enumerate(lines):
        if not line.strip() or not (_KEY.match(line) or _INNER.match(line)) or line.startswith("#"):
            return index
    return len(lines)


def not_closed(source: Source, found: FrontMatter) -> Diagnostic:
    """Return the error for a front matter that no fence closes."""
    return source.diagnostic(
        "front-matter-open",
        "the settings that begin here are not closed",
        source.place(found.first_line - 1, 1, 3),
        help=f"put a line of three dashes after line {found.last_line}",
    )


def is_field_key(key: Scalar) -> bool:
    """Tell whether a key of the front matter is a field of the job or of notes, and no setting."""
    if _is_setting(key.text):
        return False
    return topic_of(key.text) in FIELDS | NOTES or is_of_documents(key.text)


class FrontMatterRead(Struct, frozen=True):
    """The result of reading a front matter.

    ``blocks`` are the job's fields, ``last_line`` is its last line (0 where there is none),
    ``keys`` are keys that only name what they hold.
    """

    settings: Settings = field(default_factory=Settings)
    blocks: tuple[Block, ...] = ()
    comments: tuple[Comment, ...] = ()
    last_line: int = 0
    keys: tuple[Written, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def read_front_matter(source: Source) -> FrontMatterRead:
    """Read the front matter; the result is empty where the file has none."""
    found = find_front_matter(source)
    if found is None:
        return FrontMatterRead()
    problems = [] if found.closed else [not_closed(source, found)]
    node, unread = parse_yaml_sound(source, found.first_line, found.text)
    problems += unread
    if unread and not _has_setting(found):
        return FrontMatterRead()
    if node is None:
        nothing = Settings(unread=True)
        return FrontMatterRead(nothing, last_line=found.last_line, diagnostics=tuple(problems))
    node, foreign, own = _without_foreign(source, _without_misread(node, unread), found)
    fields, rest = _split_fields(node)
    form = YamlForm(source, last_line=found.last_line)
    blocks = form.blocks(fields)
    settings = read_settings(source, rest)
    assert settings.value is not None
    return FrontMatterRead(
        replace(settings.value, unread=bool(problems)),
        blocks,
        (*form.comments(found.first_line), *foreign),
        found.last_line,
        tuple(form.keys),
        (*problems, *drop_consequences((*own, *settings.diagnostics), problems)),
    )


def _without_misread(node: Node, unread: Sequence[Diagnostic]) -> Node:
    """Return the node without the keys whose values YAML misreads, since their text is lost."""
    lines = {d.place.line for d in unread if d.place and d.code in TEXT_MISREAD}
    if not isinstance(node, Mapping):
        return node
    entries = (entry for entry in node.entries if entry[1].place.line not in lines)
    return Mapping(tuple(entries), node.place)


def _without_foreign(
    source: Source, node: Node, found: FrontMatter
) -> tuple[Node, tuple[Comment, ...], tuple[Diagnostic, ...]]:
    """Return the node without the keys of other programs (`tags`, `created`), these as comments,
    and a hint that names them.
    """
    entries = node.entries if isinstance(node, Mapping) else ()
    keys = [key for key, _ in entries]
    foreign = [
        key
        for key, value in entries
        if not is_field_key(key) and _is_foreign(key.text) and not _is_link(value)
    ]
    if not foreign:
        return node, (), ()
    starts = sorted({key.place.line for key in keys} | {found.last_line + (not found.closed)})
    comments = []
    for key in foreign:
        last = next(line for line in (*starts, key.place.line + 1) if line > key.place.line) - 1
        said = " ".join(" ".join(source.lines[key.place.line - 1 : last]).split())
        comments.append(Comment(said, key.place.line, last))
    kept = tuple(entry for entry in entries if entry[0] not in foreign)
    foreign = [key for key in foreign if not is_for_own_use(key.text)]
    if not foreign:
        return Mapping(kept, node.place), tuple(comments), ()
    names = join_and([f"`{key.text}`" for key in foreign])
    hint = source.diagnostic(
        "foreign-keys",
        f"{names} {'are not settings' if foreign[1:] else 'is not a setting'} lapel knows",
        foreign[0].place,
        help=known_listed(tuple(Tailoring.model_fields)),
        severity=Severity.HINT,
    )
    return Mapping(kept, node.place), tuple(comments), (hint,)


def _is_link(value: Node) -> bool:
    """Tell whether a value is a web address, which is the posting's whatever its key is called."""
    return isinstance(value, Scalar) and is_only_link(value.text)


def _is_foreign(key: str) -> bool:
    """Tell whether a key is neither a setting nor near one in spelling."""
    return not _is_setting(key) and find_nearest(key.casefold(), Tailoring.model_fields) is None


def _is_choice(key: Scalar, value: Node) -> bool:
    """Tell whether a number of pages is a range, which is a note and no setting: `pages: 1-2`."""
    leaves = isinstance(value, Scalar) and _SPAN.fullmatch(value.text)
    return bool(leaves) and key.text.casefold() == "pages"


def _as_spelled(key: Scalar) -> Scalar:
    """Return a setting's key in lower case, as the schema has it; any other key unchanged."""
    return replace(key, text=key.text.casefold()) if _is_setting(key.text) else key


def _split_fields(node: Node) -> tuple[Mapping, Node]:
    """Split a mapping into the fields of the job and the settings."""
    if not isinstance(node, Mapping):
        return Mapping((), node.place), node
    fields = tuple(e for e in node.entries if is_field_key(e[0]) or _is_choice(*e))
    rest = tuple(
        (_as_spelled(key), value) for key, value in node.entries if (key, value) not in fields
    )
    return Mapping(fields, node.place), Mapping(rest, node.place)
