"""The effect of an act on the pages, solved with it and told before it is taken."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from lapel.document.tree import Block
from lapel.fitting.model import lines_over
from lapel.inputs import settle_inputs
from lapel.job.reading import parse_job
from lapel.job.settings.editing import CannotEditError, edit_settings
from lapel.preview.acts import Act, ActError, edits_of
from lapel.preview.building import Build, Shop, Trial
from lapel.preview.guessing import pages_of
from lapel.selection.fitted import Fitted, Unfit
from lapel.source.reading import decode_source
from lapel.tailor import fit
from lapel.text.inline import runs_text
from lapel.text.plurals import count, join_and
from lapel.text.words import shorten_text
from lapel.theme.model import HIGHLIGHT_KINDS, BlockKind
from lapel.workspace import find_workspace_of

BRIEF = (BlockKind.BRIEF, BlockKind.NEXT_BRIEF, BlockKind.LINE)
NO_ENTRIES = (*HIGHLIGHT_KINDS, BlockKind.PARAGRAPH)
MOST_NAMED = 3
MINUS = "−"


class Effect(Struct, frozen=True):
    """What would change: in words, and the bullets that would leave and enter, by id."""

    text: str
    fits: bool
    leaves: tuple[str, ...] = ()
    enters: tuple[str, ...] = ()


def try_act(shop: Shop, build: Build, act: Act) -> Trial:
    """Fit the resume as if the act were taken, and begin its pages if they are new; nothing is
    written.

    Raises ActError where it cannot be taken, and what ``fit`` raises.
    """
    try:
        data = edit_settings(shop.job, shop.job.read_bytes(), edits_of(act, build.inputs))
    except CannotEditError as error:
        raise ActError(str(error)) from error
    source = decode_source(shop.job, data).value
    workspace = find_workspace_of(shop.job, shop.root).value
    if source is None or workspace is None:
        raise ActError("the files cannot be read; mend them first")
    settled = settle_inputs(parse_job(source), shop.job, shop.request, workspace)
    if settled.value is None or settled.errors:
        raise ActError("the files have errors; mend them first")
    # An act changes nothing that matching reads, except the numbers of the notes' lines.
    fitted = fit(settled.value, build.matches, shop.press)
    if isinstance(fitted, Unfit):
        return Trial(settled.value, fitted, None)
    pages = pages_of(fitted, settled.value, [build.pages], shop.press)
    return Trial(settled.value, fitted, pages)


def tell_effect(build: Build, trial: Trial, act: Act) -> Effect:
    """Return the difference between the pages as they are and as they would be."""
    before, after = build.fitted, trial.fitted
    if isinstance(after, Unfit):
        over = lines_over(after.over_pt, after.line_pt)
        return Effect(f"does not fit: {count('line', over)} too long", fits=False)
    old, new = _find_bullets(before), _find_bullets(after)
    leaves = tuple(id for id in old if id not in new and id != act.target)
    enters = tuple(id for id in new if id not in old and id != act.target)
    own = _count_lines(after, new.get(act.target), build) - _count_lines(
        before, old.get(act.target), build
    )
    parts = [
        *_tell_blocks([old[id] for id in leaves], "leaves", "leave"),
        *_tell_blocks([new[id] for id in enters], "comes in", "come in"),
        *_tell_reshaped(before, after),
        *_tell_pages(before, after),
    ]
    if act.target in new and act.target in old and not own and not parts:
        return Effect("nothing else changes", fits=True)
    if act.target in build.inputs.profile.wholes:
        return Effect(join_and(parts) or "nothing changes", True, leaves, enters)
    first = (
        f"{'+' if own > 0 else MINUS}{count('line', abs(own))}" if own else "no line more or less"
    )
    text = f"{first}, then {join_and(parts)}" if parts else f"{first}, nothing else changes"
    return Effect(text, True, leaves, enters)


def _find_bullets(fitted: Fitted) -> Mapping[str, Block]:
    """Return the bullets on the pages by the ids of their highlights."""
    return {b.source: b for b in fitted.document.blocks() if b.kind in HIGHLIGHT_KINDS}


def _count_lines(fitted: Fitted, block: Block | None, build: Build) -> int:
    if block is None:
        return 0
    theme = build.inputs.theme
    line_pt = theme.step(fitted.step).leading_pt(theme.styles[BlockKind.BULLET])
    return round(fitted.heights.height_pt[block.id] / line_pt)


def _tell_blocks(blocks: Sequence[Block], one: str, several: str) -> list[str]:
    if not blocks:
        return []
    named = [f"“{shorten_text(runs_text(block.text))}”" for block in blocks[:MOST_NAMED]]
    if len(blocks) > MOST_NAMED:
        named.append(f"{count('bullet', len(blocks) - MOST_NAMED)} more")
    return [f"{join_and(named)} {one if len(blocks) == 1 else several}"]


def _tell_reshaped(before: Fitted, after: Fitted) -> list[str]:
    """Return the entries that shrink to one line or open, and those and the groups of skills that
    leave or enter, by their first words.
    """
    old, new = _find_entries(before), _find_entries(after)
    told = []
    for source in dict.fromkeys([*old, *new]):
        was, becomes = old.get(source), new.get(source)
        name = f"“{shorten_text(runs_text((becomes or was or _NOTHING).text))}”"
        if was is None:
            told.append(f"{name} comes in")
        elif becomes is None:
            told.append(f"{name} leaves")
        elif (was.kind in BRIEF) != (becomes.kind in BRIEF):
            told.append(f"{name} {'shrinks to one line' if becomes.kind in BRIEF else 'opens'}")
    return told


_NOTHING = Block("", BlockKind.LINE, ())


def _find_entries(fitted: Fitted) -> Mapping[str, Block]:
    """Return the line of each entry and group of skills, by its id; no employer's line."""
    return {
        block.source: block
        for block in fitted.document.blocks()
        if block.source and block.kind not in NO_ENTRIES
    }


def _tell_pages(before: Fitted, after: Fitted) -> list[str]:
    told = []
    if before.pages.count != after.pages.count:
        told.append(f"it takes {count('page', after.pages.count)}")
    if before.step != after.step:
        told.append(f"the type becomes {after.step}")
    return told
