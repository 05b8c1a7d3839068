"""Which certificates the job asks for."""

from lapel.matching.model import RequirementKind
from lapel.profile.model import SectionKind
from lapel.selection.objective import COEFFICIENTS
from lapel.selection.proofs import prove_certificates, weigh_certificates
from tests.selection.people import entry, matches, profile, wish

HOLDER = profile(
    *(
        entry(id, dates, section=SectionKind.CERTIFICATES)
        for id, dates in {
            "Lean-green-belt": "2020",
            "NEBOSH-general": "2019",
            "Private-pilot": "2013",
            "HGV-class-1": "2008",
        }.items()
    )
)


def ranked(*wishes: tuple[str, str, float, float]) -> list[tuple[str, bool]]:
    """The certificates that wishes ask for, the highest first, by (certificate, line, weight,
    score).
    """
    asked = tuple(
        wish(line, RequirementKind.QUALIFICATION, weight) for _, line, weight, _ in wishes
    )
    scores = {(id, line): score for id, line, _, score in wishes}
    proofs = prove_certificates(HOLDER, matches(asked, scores))
    order = sorted(proofs, key=lambda id: proofs[id].rank, reverse=True)
    return [(id, proofs[id].named) for id in order]


def test_what_a_line_names_stands_before_what_has_to_do_with_one() -> None:
    """A name is one in capitals that both write; a line may begin with any word."""
    lean = ("Lean-green-belt", "Lean tools you have really used", 1.0, 0.95)
    nebosh = ("NEBOSH-general", "NEBOSH or willing", 0.6, 0.6)
    assert ranked(lean, nebosh) == [("NEBOSH-general", True), ("Lean-green-belt", False)]


def test_a_line_about_a_licence_asks_for_the_one_that_answers_it() -> None:
    """Though it calls it otherwise, and stands before a mere word of a trade."""
    pilot = ("Private-pilot", "Writing that a pilot understands", 1.0, 0.9)
    lorry = ("HGV-class-1", "valid lorry licence", 0.9, 0.6)
    assert ranked(pilot, lorry) == [("HGV-class-1", True), ("Private-pilot", False)]


def test_what_is_asked_for_stands_in_the_order_of_asking() -> None:
    """By the weight of the lines, then by their order, however well they are answered."""
    wished = ("NEBOSH-general", "NEBOSH desirable", 0.5, 0.9)
    licence = ("HGV-class-1", "HGV licence", 0.9, 0.6)
    pilot = ("Private-pilot", "pilot certificate", 0.9, 0.8)
    assert [id for id, _ in ranked(wished, licence, pilot)] == [
        "HGV-class-1",
        "Private-pilot",
        "NEBOSH-general",
    ]


def test_of_two_in_a_line_the_first_named_stands_first() -> None:
    """What the line means without naming it comes behind."""
    line = "Certified in HGV or NEBOSH"
    scores = {("NEBOSH-general", line): 0.9, ("HGV-class-1", line): 0.7, ("Private-pilot", line): 1}
    proofs = prove_certificates(
        HOLDER, matches((wish(line, RequirementKind.QUALIFICATION),), scores)
    )
    order = sorted(proofs, key=lambda id: proofs[id].rank, reverse=True)
    assert order == ["HGV-class-1", "NEBOSH-general", "Private-pilot"]


def test_what_nothing_asks_for_proves_nothing() -> None:
    """Also where it only comes near to a line."""
    assert ranked(("Private-pilot", "Pilot of a new way to work", 1.0, 0.3)) == []


def test_the_best_proof_of_a_qualification_is_worth_more_than_a_further_one() -> None:
    """What only a duty speaks of is no proof of a person's."""
    licence = wish("HGV licence", RequirementKind.QUALIFICATION)
    duty = wish("pilot new routes", RequirementKind.RESPONSIBILITY)
    scores = {("HGV-class-1", "HGV licence"): 0.9, ("Private-pilot", "HGV licence"): 0.6}
    scores |= {("Lean-green-belt", "pilot new routes"): 0.9}
    assert weigh_certificates(HOLDER, matches((licence, duty), scores)) == {
        "HGV-class-1": COEFFICIENTS.proof * 0.9,
        "Private-pilot": COEFFICIENTS.further_proof * 0.6,
    }
