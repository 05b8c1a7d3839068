"""Ids in a job file's settings that the profile does not have."""

from lapel.job.model import ChosenWording, Reference, Settings
from lapel.matching.places.references import check_references
from lapel.source.diagnostics import Place
from tests.matching import builders as make


def _reference(id: str, line: int = 3) -> Reference:
    return Reference(id, Place(make.JOB, line))


PROFILE = make.profile(
    make.entry("inn", "Cook", "North Inn",
               [{"text": "Wrote the menu", "id": "inn/menu", "wordings": {"short": "Menu"}}]),
    skills={"Kitchen": ["HACCP"]},
)  # fmt: skip


def test_known_ids_are_silent() -> None:
    """Entries, bullets, skills and wordings that exist cause no warning."""
    settings = Settings(
        pin=(_reference("inn/menu"), _reference("skills/Kitchen")),
        order=((_reference("inn"), (_reference("inn/menu"),)),),
        wording=(ChosenWording(_reference("inn/menu"), name="short"),),
    )
    assert check_references(make.job(settings=settings), PROFILE) == ()


def test_each_unknown_id_is_a_warning_with_the_nearest() -> None:
    """Pins, drops, orders and wordings that name nothing are told where they stand."""
    settings = Settings(
        pin=(_reference("inn/menus", 3),),
        drop=(_reference("gone", 4),),
        order=((_reference("in", 5), ()),),
        wording=(
            ChosenWording(_reference("inn/menu", 6), name="shrt"),
            ChosenWording(_reference("inn/menuu", 7), name="short"),
            ChosenWording(_reference("menu", 8), name="short"),
        ),
    )
    found = check_references(make.job(settings=settings), PROFILE)
    assert [(d.place.line if d.place else 0, d.message, d.help) for d in found] == [
        (3, "`pin` names “inn/menus”, which is no id of the profile", "did you mean “inn/menu”?"),
        (4, "`drop` names “gone”, which is no id of the profile",
         "remove it, or name an id of the profile"),
        (5, "`order` names “in”, which is no id of the profile",
         "remove it, or name an id of the profile"),
        (6, "bullet “inn/menu” has no wording “shrt”", "did you mean “short”?"),
        (7, "`wording` names “inn/menuu”, which is no id of the profile",
         "did you mean “inn/menu”?"),
        (8, "`wording` names “menu”, which is no id of the profile", "did you mean “inn/menu”?"),
    ]  # fmt: skip
