"""The shape of a workspace's own sentences for letters, sentence by sentence."""

from lapel.source.shapes import Shape, described


class FrameFile(Shape, caption="letter.yaml"):
    """`templates/letter.yaml`: the sentences that lapel adds to a letter, in one's own words."""

    apply: tuple[str, ...] | None = described("The opening: {position}, {at}.")
    position: tuple[str, ...] | None = described("Naming the {position}.")
    reason: tuple[str, ...] | None = described(
        "Naming the {position} behind a reason; without it those of `position`."
    )
    posting: tuple[str, ...] | None = described("What the posting asks for: {task}, {doing}.")
    close: tuple[str, ...] | None = described("The last sentence.")
    talk: tuple[str, ...] | None = described("The last sentence after thanks.")
