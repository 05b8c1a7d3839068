"""The named styles of a leaf and its runs; a look without a style makes a new one."""

from msgspec import Struct

from lapel.document.tree import Block
from lapel.rendering.docx.units import rgb
from lapel.text.inline import Run
from lapel.theme.model import ASIDE_KINDS, BlockKind, Theme

# Word's own names where it has one, so that its outline, its lists and its navigation work.
PARAGRAPH_STYLES = {
    BlockKind.NAME: "Title",
    BlockKind.HEADLINE: "Subtitle",
    BlockKind.CONTACT: "Contact",
    BlockKind.HEADING: "Heading 1",
    BlockKind.PARAGRAPH: "Body Text",
    BlockKind.DESCRIPTION: "Description",
    BlockKind.ORGANISATION: "Heading 2",
    BlockKind.ROLE: "Role",
    BlockKind.NEXT_ROLE: "Next Role",
    BlockKind.BRIEF: "Brief Entry",
    BlockKind.NEXT_BRIEF: "Next Brief Entry",
    BlockKind.LINE: "Line Entry",
    BlockKind.BULLET: "List Bullet",
    BlockKind.SKILLS: "Skills",
    BlockKind.DATE: "Date",
    BlockKind.RECIPIENT: "Recipient",
    BlockKind.SUBJECT: "Subject Line",
    BlockKind.SALUTATION: "Salutation",
    BlockKind.LETTER_PARAGRAPH: "Letter Text",
    BlockKind.SIGN_OFF: "Closing",
    BlockKind.SIGNATURE: "Signature",
    BlockKind.ENCLOSURE: "Enclosure",
}
KEPT = frozenset(
    {
        BlockKind.HEADING,
        BlockKind.ORGANISATION,
        BlockKind.ROLE,
        BlockKind.NEXT_ROLE,
        BlockKind.SIGN_OFF,
    }
)
# A line with an aside has two looks, so its runs carry them; Word's toggles would undo each other
# if the paragraph's style were bold as well. The same goes for a headline, often in italics, whose
# characters without italics are set upright: LibreOffice's toggles do not undo each other.
LOOK_IN_RUNS = ASIDE_KINDS | {BlockKind.HEADLINE}


class ParagraphLook(Struct, frozen=True):
    """The look of a paragraph: its kind; whether the next stays on its page; what is before it, if
    that changes the gap between (by leaving a gap below it, or by a rule); whether it is marked to
    begin a page; and by how many points its lines are shorter than others (``rendering/lines.py``).

    The space under a rule belongs to the next leaf: Word has none between a border and what
    follows.
    """

    kind: BlockKind
    keeps_next: bool
    under: BlockKind | None = None
    begins_page: bool = False
    shorter_pt: int = 0

    @property
    def name(self) -> str:
        """The style's name: the kind's, or a variant of it."""
        name = PARAGRAPH_STYLES[self.kind]
        if self.keeps_next != (self.kind in KEPT):
            name = f"{name} Kept" if self.keeps_next else f"{name} Last"
        if self.shorter_pt:
            name = f"{name} Shorter {self.shorter_pt}"
        if self.begins_page:
            name = f"{name} On New Page"
        return f"{name} Under {PARAGRAPH_STYLES[self.under]}" if self.under else name


class RunLook(Struct, frozen=True, order=True):
    """How a run differs from its paragraph; the plain look needs no style."""

    strong: bool = False
    emphasis: bool = False
    link: bool = False
    wide: bool = False
    color: str = ""
    script: str = ""

    @property
    def name(self) -> str:
        """The character style's name, "" for the plain look."""
        words = [
            "Hyperlink" if self.link else "",
            "Strong" if self.strong else "",
            "Emphasis" if self.emphasis else "",
            "Wide" if self.wide else "",
            f"Color {rgb(self.color)}" if self.color else "",
            self.script,
        ]
        return " ".join(word for word in words if word)


def style_id(name: str) -> str:
    """Return the style's id: its name without blanks."""
    return name.replace(" ", "")


def text_look(block: Block, run: Run, theme: Theme) -> RunLook:
    """Return the look of a run of the text."""
    style = theme.styles[block.kind]
    if block.kind is BlockKind.CONTACT and run.text.strip() in ("", theme.separator.strip()):
        color = theme.separator_color if theme.separator_color != style.color else ""
        return RunLook(wide=not run.text.strip(), color=color)
    if block.kind in LOOK_IN_RUNS:
        return RunLook(style.bold or run.strong, style.italic != run.emphasis, bool(run.href))
    # In a paragraph that is bold throughout, strong words are already strong.
    return RunLook(run.strong and not style.bold, run.emphasis, bool(run.href))


def aside_look(block: Block, run: Run, theme: Theme) -> RunLook:
    """Return the look of a run of the aside."""
    style = theme.styles[block.kind]
    strong = style.aside.bold or run.strong
    color = style.aside.color if style.aside.color != style.color else ""
    italic = style.aside.italic != run.emphasis
    return RunLook(strong, italic, bool(run.href), color=color)
