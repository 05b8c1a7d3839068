"""Every token of a theme is obeyed by both renderers: another value, another PDF, another DOCX."""

import copy
import functools
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from msgspec import Struct
from msgspec.structs import replace

from lapel.document.tree import Block, Document
from lapel.rendering.docx.document import render_docx
from lapel.rendering.pdf.document import render_pdf
from lapel.rendering.setting import setting_of
from lapel.text.inline import Run
from lapel.theme.file import ThemeFile
from lapel.theme.model import ASIDE_KINDS, BELOW_KINDS, HEADER_KINDS, RULED_KINDS, BlockKind, Theme
from lapel.theme.reading import read_theme
from lapel.theme.styles import ContactItem
from tests.folders import new_folder
from tests.rendering.documents import TEMPLATES, bullets

Tokens = dict[str, Any]
Path_ = tuple[Any, ...]

OF_WORD = (("font", "fallback"), ("font", "kind"))
"""What tells Word which font to take where it ignores those inside; a PDF has no use for it."""
# What is no look of a page, or belongs to one format: each has a test elsewhere.
ELSEWHERE = {
    *OF_WORD,
    ("label",),
    ("about",),
    ("font", "family"),
    ("font", "package"),
    ("quotes",),
    ("font", "boldWeight"),
    ("docx", "slack"),
    *(("photo", key) for key in ("width", "height", "gap", "side", "shape")),
}
OTHERS = {
    "left": "right",
    "center": "left",
    "right": "center",
    "inline": "below",
    "below": "inline",
}
DRAFTED = ("sections", "titles", "roles", "contact", "entries")
"""What says which leaves there are, not how they look: tests/document/."""
TWINS = (("blocks", "brief"), ("blocks", "next-brief"))
"""Two kinds that differ in nothing but their gap."""
RULE = {"width": 1, "color": "accent", "above": 2, "below": 3}
ASIDE = {"bold": False, "italic": False, "color": "muted"}


def full() -> Tokens:
    """A theme in which every token of the schema has a value."""
    tokens: Tokens = yaml.safe_load((TEMPLATES / "academic" / "theme.yaml").read_text())
    tokens["quotes"] = "language"
    tokens["dates"] = {"position": "inline", "separator": " | "}
    tokens["contact"] = {"order": [str(item) for item in ContactItem], "scheme": False}
    tokens["photo"] = {"width": 66, "height": 85, "gap": 14, "side": "end", "shape": "oval"}
    for layout in (tokens, tokens["letter"]):
        layout["header"] = {"below": [5, 9, 12]}
        for step in layout["steps"]:
            step["inset"] = {"letter": [10, 20], "a4": [10, 20]}
        for paper in layout["papers"].values():
            paper["bottomMargin"] = [60, 120, 180]  # so wide that a change turns a page
        layout["body"] |= {
            "bold": False,
            "italic": False,
            "color": "ink",
            "align": "left",
            "letterSpacing": 0,
            "caps": False,
        }
        for kind in BlockKind:
            if layout is tokens or kind in layout["blocks"]:
                look = layout["blocks"].get(kind.value)
                if look is not None:
                    _fill(look, kind, layout["body"])
    return tokens


def _fill(look: Tokens, kind: BlockKind, body: Tokens) -> None:
    for name, value in body.items():
        look.setdefault(name, value)
    if kind in RULED_KINDS:
        look["rule"] = RULE.copy()
    if kind in ASIDE_KINDS:
        look["aside"] = ASIDE.copy()
    if kind is BlockKind.LINE:  # the others stand where `dates` says
        look["aside"]["position"] = "below"
    if kind is not BlockKind.NAME:
        look["gap"] = [2, 4, 6]
    if kind in BELOW_KINDS:
        look["below"] = [3, 5, 7]


def leaves(tokens: Any, path: Path_ = ()) -> Iterator[Path_]:  # noqa: ANN401 - what YAML holds
    """The path of every single value."""
    if isinstance(tokens, dict | list):
        items = tokens.items() if isinstance(tokens, dict) else enumerate(tokens)
        for key, value in items:
            yield from leaves(value, (*path, key))
    else:
        yield path


FULL = full()
TOKENS = [
    path
    for path in leaves(FULL)
    if path not in ELSEWHERE
    and path[0] not in DRAFTED
    and path[:2] != ("font", "others")  # of texts in other letters: test_letters.py
    and path[0] != "photo"  # of profiles that have one: tests/test_privacy.py
    and path[-1] != "name"
    and path[-4:-1] != ("blocks", "name", "gap")  # always at the top of its page
    and path[-2:-1] != ("body",)  # every kind says its own here
]


class Made(Struct, frozen=True):
    """What both renderers made."""

    pdf: bytes
    docx: bytes


def test_no_token_of_the_schema_is_missing(tmp_path: Path) -> None:
    """The theme of these tests has a value for every key that a theme may have."""
    assert theme_of(FULL, tmp_path).name == "own"
    missing = list(_missing(ThemeFile.model_json_schema(by_alias=True), FULL))
    assert missing == []


def _missing(schema: Tokens, value: Any) -> Iterator[str]:  # noqa: ANN401 - what YAML holds
    definitions = schema["$defs"]
    stack = [("", schema, value)]
    while stack:
        at, node, found = stack.pop()
        for choice in (node, *node.get("anyOf", [])):
            node = definitions[choice["$ref"].split("/")[-1]] if "$ref" in choice else choice
            for key, child in node.get("properties", {}).items():
                if (
                    key in ("rule", "aside", "position", "below", "package", "others")
                    and key not in found
                ):
                    continue
                if key not in found:
                    yield f"{at}/{key}"
                    continue
                stack.append((f"{at}/{key}", child, found[key]))
            if isinstance(node.get("additionalProperties"), dict) and isinstance(found, dict):
                stack += [(f"{at}/{k}", node["additionalProperties"], v) for k, v in found.items()]


@pytest.mark.parametrize("path", OF_WORD, ids=".".join)
def test_a_token_of_word_changes_the_word_file(path: Path_, tmp_path: Path) -> None:
    """Another value in theme.yaml, another Word file."""
    changed = copy.deepcopy(FULL)
    changed[path[0]][path[1]] = {"serif": "sans"}.get(FULL[path[0]][path[1]], "Arial")
    themes = (full_theme(), theme_of(changed, tmp_path))
    settings = [setting_of(replace(theme, digest=""), "letter", "normal") for theme in themes]
    one, other = (render_docx(document_of((), 1), setting, 0) for setting in settings)
    assert one != other


QUICK = [path for n, path in enumerate(TOKENS) if n % 80 == 0]
SLOW = [path for path in TOKENS if path not in QUICK]


@pytest.mark.parametrize("path", QUICK, ids=lambda path: ".".join(map(str, path)))
def test_a_token_changes_both(path: Path_, tmp_path: Path, cache: Path) -> None:
    """Another value in theme.yaml, other pages and another Word file."""
    check_token(path, tmp_path, cache)


@pytest.mark.slow
def test_every_token_changes_both(tmp_path: Path, cache: Path) -> None:
    """The same for all the others."""
    for path in SLOW:
        check_token(path, tmp_path, cache)


def check_token(path: Path_, folder: Path, cache: Path) -> None:
    """Render with the token as it is and with another value."""
    changed = copy.deepcopy(FULL)
    paths = [path]
    if path[:2] in TWINS and "gap" not in path:
        paths = [(*twin, *path[2:]) for twin in TWINS]
    for own in paths:
        holder: Any = changed
        for key in own[:-1]:
            holder = holder[key]
        holder[own[-1]] = other_value(own, holder[own[-1]])
    before = unchanged(Drawn.of(path), cache)
    after = render(theme_of(changed, folder), Drawn.of(path), cache)
    assert (before.pdf != after.pdf, before.docx != after.docx) == (True, True), path


def other_value(path: Path_, value: Any) -> Any:  # noqa: ANN401 - what YAML holds
    """Another value of the same kind, still in order where it is one of three."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, str):
        if path[0] == "font":
            return f"files/CrimsonText-Bold{'Italic' if 'Italic' in value else ''}.ttf"
        if path[-1] in ("glyph", "separator", "text"):
            return value.replace("•", "–").replace("|", "/").replace("·", "/").replace("–", "·")
        return OTHERS.get(value, "#123456")
    if path[-1] in ("letterSpacing", "spacing"):
        return value + 0.05
    if path[-2] == "bottomMargin":
        return value + 40
    if ({"gap", "below"} & set(path) and isinstance(path[-1], int)) or path[-2] == "topMargin":
        return value + (-1 if path[-1] == 0 else 1 if path[-1] == 2 else 0.5)
    return value * 0.9 if path[-1] == "size" and "steps" in path else value + 1


class Drawn(Struct, frozen=True):
    """Where a token counts: its layout, leaves (all where none is named), whether these fill more
    than a page, and the paper, step and gap scale.
    """

    letter: bool
    kinds: tuple[BlockKind, ...]
    turns: bool
    paper: str
    step: int
    scale: float

    @classmethod
    def of(cls, path: Path_) -> "Drawn":
        """What shows the token at this path: most measures of a page move any leaf."""
        moves_any = bool({"steps", "papers"} & {*path}) and "inset" not in path
        everywhere = {BlockKind.BULLET} if moves_any else set[BlockKind]()
        return cls(
            letter=path[0] == "letter",
            kinds=tuple(kind for kind in BlockKind if kind.value in path or kind in everywhere),
            turns=bool({"bottomMargin", "footer"} & {*path}),
            paper=next((name for name in ("letter", "a4") if name in path[1:]), "letter"),
            step=path[path.index("steps") + 1] if "steps" in path else 1,
            scale={0: -1.0, 2: 1.0}.get(path[-1], 0.0) if "steps" not in path else 0.0,
        )


@functools.cache
def unchanged(drawn: Drawn, fonts: Path) -> Made:
    """What the theme of these tests makes, once for all tokens that count in the same place."""
    return render(full_theme(), drawn, fonts)


@functools.cache
def full_theme() -> Theme:
    """The theme of these tests."""
    return theme_of(FULL, new_folder("tokens"))


def render(theme: Theme, drawn: Drawn, fonts: Path) -> Made:
    """Both formats."""
    if drawn.letter:
        theme = theme.for_letter()
    step = theme.steps[drawn.step]
    document = document_of(drawn.kinds or tuple(theme.styles), 60 if drawn.turns else 1)
    setting = setting_of(replace(theme, digest=""), drawn.paper, step.name)  # templates stay
    pdf = render_pdf(document, setting, drawn.scale, fonts).data
    return Made(pdf, render_docx(document, setting, drawn.scale))


def theme_of(tokens: Tokens, folder: Path) -> Theme:
    """The theme with these tokens, in this folder, whose templates stay and are read once."""
    own = folder / "own"
    if not own.is_dir():
        own.mkdir(parents=True)
        for name in ("resume.html.j2", "letter.html.j2", "theme.css.j2"):
            (own / name).write_bytes((TEMPLATES / "classic" / name).read_bytes())
    (own / "theme.yaml").write_text(json.dumps(tokens), encoding="utf-8")  # which is YAML, too
    outcome = read_theme(own)
    assert outcome.value is not None, outcome.diagnostics
    return outcome.value


def document_of(kinds: tuple[BlockKind, ...], many: int) -> Document:
    """Leaves of these kinds in all looks, the name above and so ``many`` bullets below."""
    shown: list[Block] = [Block("top", BlockKind.NAME, (Run("Ada"),))]
    if HEADER_KINDS.isdisjoint(kinds):  # right under the header a leaf has no gap of its own
        shown += bullets("first", ["First."])
    for kind in kinds:
        text = (
            Run(f"Plain {kind}, "),
            Run("strong", strong=True),
            Run(" and "),
            Run("emphatic", emphasis=True),
            Run(" · "),
            Run("both", strong=True, emphasis=True),
        )
        aside = (Run("2021 – 2024"),) if kind in ASIDE_KINDS else ()
        shown.append(Block(f"leaf/{kind}", kind, text, aside))
    shown += bullets("many", ["One of many bullets that fill a page."] * many)
    return Document("Ada", "Ada", "en-US", tuple(shown), ())
