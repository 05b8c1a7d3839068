"""Bullets that nobody would miss."""

import pytest
from msgspec.structs import replace

from lapel.profile.model import Highlight, SectionKind
from lapel.selection.slight import lapsed_certificates, slight_highlights
from tests.given import text
from tests.selection.people import bullet, entry, matches, profile, wish
from tests.selection.test_problem import choose

USUAL = [bullet(f"usual/{n}", "w" * 90) for n in range(11)]
JOKE = bullet("joke", "Won the pie eating contest.")
ASKED = matches((wish("pies"), wish("rest")), {("answer", "pies"): 0.9})


@pytest.mark.parametrize(
    ("highlight", "expected"),
    [
        (JOKE, True),
        (bullet("answer", "Baked pies."), False),  # the job asks for it
        (bullet("figures", "Baked 900 pies for one county fair in May."), False),
        (bullet("scant", "Baked 900 pies."), True),
        (bullet("heavy", "Won the pie contest.", weight=2), False),
        (replace(JOKE, tags=("pastry",)), False),
        (bullet("honour", "Baker of the year 2019."), False),
        (bullet("step", "Promoted to head baker."), False),
        (bullet("long", "Won the pie eating contest of all bakers in the county."), False),
    ],
)
def test_short_bare_and_unasked(highlight: Highlight, expected: bool) -> None:
    """By this author's usual length; a tag or a weight saves it, a figure where it is not scant."""
    person = profile(entry("baker", "2020 to present", *USUAL, highlight))
    assert slight_highlights(person, ASKED) == ({highlight.id} if expected else set())


def test_nothing_is_slight_beside_its_like() -> None:
    """Where all are short or few, and where nothing is asked for."""
    short = [bullet(f"short/{n}", "Baked the bread at night.") for n in range(11)]
    assert not slight_highlights(profile(entry("baker", "2020", *short, JOKE)), ASKED)
    assert not slight_highlights(profile(entry("baker", "2020", *USUAL[1:], JOKE)), ASKED)
    assert not slight_highlights(profile(entry("baker", "2020", *USUAL, JOKE)), matches())
    assert not slight_highlights(profile(), ASKED)


def test_white_space_is_better() -> None:
    """It stays out of a page with room, and stands where it is pinned or its role has no other."""
    person = profile(entry("baker", "2020 to present", *USUAL, JOKE))
    assert choose(person, ASKED) & {"joke", "usual/3"} == {"usual/3"}
    assert "joke" in choose(person, ASKED, pinned={"joke"})


def test_a_lapsed_certificate_stands_where_it_is_asked_for_alone() -> None:
    """Beside one that is held it takes no line, however much room there is."""
    papers = [entry(id, "", section=SectionKind.CERTIFICATES) for id in ("cdl", "sprayer")]
    papers[1] = replace(papers[1], title=text("Sprayer (lapsed 2019)"))
    person = profile(entry("baker", "2020 to present", *USUAL), *papers)
    asked = matches((wish("spraying"),), {("sprayer", "spraying"): 0.9})
    assert lapsed_certificates(person, matches()) == {"sprayer"}
    assert lapsed_certificates(person, asked) == frozenset()
    assert choose(person, ASKED) & {"cdl:brief", "sprayer:brief"} == {"cdl:brief"}
