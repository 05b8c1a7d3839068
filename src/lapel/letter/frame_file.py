"""The shape of a workspace's own sentences for letters, as pydantic checks it."""

from pydantic import BaseModel, ConfigDict, Field


class FrameFile(BaseModel):
    """`templates/letter.yaml`: the sentences that lapel adds to a letter, in one's own words."""

    model_config = ConfigDict(extra="forbid", title="letter.yaml", defer_build=True)

    apply: tuple[str, ...] | None = Field(None, description="The opening: {position}, {at}.")
    position: tuple[str, ...] | None = Field(None, description="Naming the {position}.")
    reason: tuple[str, ...] | None = Field(
        None, description="Naming the {position} behind a reason; without it those of `position`."
    )
    posting: tuple[str, ...] | None = Field(
        None, description="What the posting asks for: {task}, {doing}."
    )
    close: tuple[str, ...] | None = Field(None, description="The last sentence.")
    talk: tuple[str, ...] | None = Field(None, description="The last sentence after thanks.")
