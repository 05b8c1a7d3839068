"""Heights of leaves, read from one layout of them all on a page without end."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from lapel.document.tree import Block
from lapel.rendering.fonts import only_fonts_of
from lapel.rendering.heights.cache import height_cache, leaf_key
from lapel.rendering.html import tall_html
from lapel.rendering.pdf.layout import lay_out, placed_leaves
from lapel.rendering.setting import Setting

TALL_PT_PER_LEAF = 1000
TALL_PT_PER_CHARACTER = 5
SMALLEST_PT = 1 << 16
# Floating point adds digits lower down the page; they are cut off, so that neighbours change
# nothing.
DECIMALS = 9


def measure_blocks(
    blocks: Sequence[Block], setting: Setting, cache_folder: Path
) -> Mapping[str, float]:
    """Return the height of each leaf's border box in points, by block id.

    Only leaves unknown to the cache are laid out; cached heights change no result.
    """
    cache = height_cache(cache_folder, setting)
    known = cache.read()
    keys = {block.id: leaf_key(block) for block in blocks}
    unknown = {keys[block.id]: block for block in blocks if keys[block.id] not in known}
    if unknown:
        measured = _measure_heights(tuple(unknown.values()), setting, cache_folder)
        heights = dict(zip(unknown, measured, strict=True))
        cache.add(heights)
        known |= heights
    return {id: known[key] for id, key in keys.items()}


def _measure_heights(
    blocks: Sequence[Block], setting: Setting, cache_folder: Path
) -> tuple[float, ...]:
    characters = sum(len(run.text) for block in blocks for run in (*block.text, *block.aside))
    least_pt = TALL_PT_PER_LEAF * len(blocks) + TALL_PT_PER_CHARACTER * characters
    # Few heights, so that the stylesheet that holds them is often one that was read before.
    height_pt = max(SMALLEST_PT, 1 << least_pt.bit_length())
    html = tall_html(blocks, setting, height_pt)
    with only_fonts_of(setting.theme, cache_folder) as fonts:
        rendered = lay_out(html, fonts)
    placed = placed_leaves(rendered, [block.id for block in blocks], 0)
    return tuple(round(leaf.height_pt, DECIMALS) for leaf in placed)
