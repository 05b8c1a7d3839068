"""Licences, degrees and languages are answered by the entries that state them."""

import pytest

from lapel.matching.engine import match_requirements
from lapel.matching.lexicon import Lexicon
from lapel.matching.model import Evidence, Matches, ReasonKind
from lapel.profile.model import Profile, SectionKind
from tests.matching import builders as make

_LICENCES = SectionKind.CERTIFICATES
_DEGREES = SectionKind.EDUCATION
_LANGUAGES = SectionKind.LANGUAGES


def _profile(bullet: str, *stated: tuple[SectionKind, str], language: str = "en") -> Profile:
    entries = (
        make.entry(f"entry-{n}", title, section=section)
        for n, (section, title) in enumerate(stated)
    )
    role = make.entry("role", "Supervisor", "Somewhere", (bullet, "Made tea for nine visitors"))
    return make.profile(role, *entries, language=language)


def _asked(line: str, profile: Profile, lexicon: Lexicon) -> tuple[Matches, str]:
    """The matches of a posting's one line, and its requirement."""
    job = make.job(description=make.lines(["Requirements"], line))
    matches = match_requirements(job, profile, lexicon)
    (requirement,) = matches.requirements
    return matches, requirement.id


def _first(matches: Matches, requirement: str) -> str:
    own = (m for m in matches.by_requirement.get(requirement, ()) if m.supports)
    return max(own, key=lambda match: match.score).candidate


@pytest.mark.parametrize(
    ("line", "section", "title", "bullet"),
    [
        (
            "Current unrestricted Ohio RN license",
            _LICENCES,
            "Registered Nurse, Ohio",
            "Tracked every license of 90 nurses in Ohio",
        ),
        (
            "Authorised river pilot",
            _LICENCES,
            "First Class River Pilot Authorisation",
            "Sat beside the river pilot of every authorised passage",
        ),
        (
            "CPA required",
            _LICENCES,
            "Certified Public Accountant (CPA)",
            "Passed the four parts of the CPA exam in one year",
        ),
        (
            "Valid forklift licence",
            _LICENCES,
            "Counterbalance forklift",
            "Repaired forklift batteries and renewed the site's licence",
        ),
        (
            "Master's degree in nursing",
            _DEGREES,
            "MSN, Nursing Education",
            "Advised nursing students who wrote a master's thesis",
        ),
        (
            "Professional Engineer license",
            _LICENCES,
            "PE, Ohio and Indiana",
            "Renewed the license of every professional engineer of the firm",
        ),
        (
            "PE license",
            _LICENCES,
            "Professional Engineer (Ohio)",
            "Renewed the license of every engineer of the firm",
        ),
        (
            "High school diploma or GED",
            _DEGREES,
            "AA, Fire Science",
            "Visited high school classrooms with a diploma in hand",
        ),
        (
            "Notary commission or ability to obtain one",
            _LICENCES,
            "Notary Public, State of Missouri",
            "Called the notary for 40 commission forms",
        ),
        (
            "Bachelor's degree or equivalent experience",
            _DEGREES,
            "BSBA, Finance",
            "Hired nine people with a bachelor's degree",
        ),
        (
            "PhD in mechanical engineering",
            _DEGREES,
            "Dr.-Ing., Mechanical Engineering",
            "Advised five PhD students of mechanical engineering",
        ),
        (
            "Master's degree required",
            _DEGREES,
            "Diplom-Ingenieur, Maschinenbau",
            "Hired nine people with a master's degree",
        ),
        (
            "CA/CPA qualified",
            _LICENCES,
            "Certified Public Accountant",
            "Filed CPA forms for a qualified plan",
        ),
        (
            "Fluent in spoken and written Portuguese",
            _LANGUAGES,
            "Portuguese",
            "Moved a Portuguese archive into two rooms",
        ),
    ],
)
def test_what_an_entry_states_comes_first(
    line: str, section: SectionKind, title: str, bullet: str, lexicon: Lexicon
) -> None:
    """A bullet that shares the words of a licence, a degree or a language stands behind it."""
    matches, requirement = _asked(line, _profile(bullet, (section, title)), lexicon)
    assert matches.evidence[requirement] is Evidence.STRONG
    assert _first(matches, requirement) == "entry-0"
    (own,) = (m for m in matches.by_candidate["entry-0"] if m.requirement == requirement)
    assert ReasonKind.HELD in {reason.kind for reason in own.reasons}


@pytest.mark.parametrize(
    ("line", "section", "title"),
    [
        ("Allemand courant apprécié", _LANGUAGES, "allemand"),
        ("Bonne maîtrise de l’italien", _LANGUAGES, "italien"),
        ("Gute Französischkenntnisse", _LANGUAGES, "Französisch"),
        ("Gültiger Führerschein Klasse B", _LICENCES, "Führerschein Klasse B"),
        ("Titulaire du permis de conduire", _LICENCES, "Permis de conduire"),
        ("Abschluss als Konditorin", _DEGREES, "Konditorin, Fachrichtung Torten"),
    ],
)
def test_entries_state_in_german_and_french(
    line: str, section: SectionKind, title: str, lexicon: Lexicon
) -> None:
    """What stands around a name is known in the languages of the samples."""
    profile = _profile("Empfing neun Gäste", (section, title), language="de")
    matches, requirement = _asked(line, profile, lexicon)
    assert matches.evidence[requirement] is Evidence.STRONG
    assert _first(matches, requirement) == "entry-0"


@pytest.mark.parametrize(
    ("line", "section", "title"),
    [
        ("Current unrestricted Ohio RN license", _LICENCES, "Registered Nurse, Maine"),
        ("English department budgets", _LANGUAGES, "English"),
        ("Track license renewals of contractors", _LICENCES, "Certified Contractor"),
        ("Fluent in Dutch", _LANGUAGES, "Danish"),
        ("Professional Engineer license", _LICENCES, "Physical Education certificate"),
        ("NetSuite", _LICENCES, "NetSuite Administrator"),
        ("Bachelor's degree or equivalent experience", _LICENCES, "Bloodborne pathogens"),
    ],
)
def test_what_only_shares_words_is_not_stated(
    line: str, section: SectionKind, title: str, lexicon: Lexicon
) -> None:
    """Another state's licence, another language and a duty are no facts that an entry states."""
    matches, _ = _asked(line, _profile("Counted nine lorries", (section, title)), lexicon)
    reasons = {reason.kind for match in matches.matches for reason in match.reasons}
    assert ReasonKind.HELD not in reasons


@pytest.mark.parametrize(
    ("line", "bullet"),
    [
        ("State teaching certification", "Planned lessons around what state exams require"),
        ("ACLS certification", "Trained to care for critically ill cardiac patients"),
        ("PMP or DBIA certification", "Delivered nine projects on the day and under budget"),
        ("Master's degree preferred", "Carried a caseload of 28 families"),
    ],
)
def test_no_deed_is_a_licence_for_a_word_or_by_its_meaning(
    line: str, bullet: str, lexicon: Lexicon
) -> None:
    """Who does the work holds the licence or not; the bullet does not tell."""
    matches, requirement = _asked(line, _profile(bullet, (_LICENCES, "Lifeguard")), lexicon)
    assert matches.evidence[requirement] is not Evidence.STRONG


def test_a_language_known_a_little_is_no_fluency(lexicon: Lexicon) -> None:
    """The entry is named, and is not enough."""
    entry = make.entry("entry-0", "Spanish", "Conversational", section=_LANGUAGES)
    role = make.entry("role", "Cook", "Somewhere", ("Salted nine hams",))
    matches, requirement = _asked("Fluent Spanish", make.profile(role, entry), lexicon)
    assert matches.evidence[requirement] is Evidence.WEAK
    assert _first(matches, requirement) == "entry-0"


@pytest.mark.parametrize(
    ("line", "evidence"),
    [
        ("Bilingual English/Spanish", Evidence.WEAK),
        ("Bilingual English/Danish", Evidence.STRONG),
        ("Bilingual English/Spanish or English/Danish", Evidence.STRONG),
        ("Bilingual Spanish preferred", Evidence.WEAK),
        ("Bilingual English/Nepali", Evidence.NONE),
        ("Spanish", Evidence.STRONG),
    ],
)
def test_two_languages_wanted_well_are_as_good_as_the_lesser(
    line: str, evidence: Evidence, lexicon: Lexicon
) -> None:
    """English is no half of English and Spanish."""
    levels = {"Danish": "Fluent", "Spanish": "Conversational"}
    spoken = (make.entry(f"in-{n}", n, told, section=_LANGUAGES) for n, told in levels.items())
    role = make.entry("role", "Cook", "Somewhere", ("Salted nine hams",))
    matches, requirement = _asked(line, make.profile(role, *spoken), lexicon)
    assert matches.evidence[requirement] is evidence


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Current Ohio RN license", "Registered Nurse, Ohio (lapsed 2019)"),
        ("Master's degree preferred", "MSN, Nursing Education, in progress"),
        ("Valid Ohio reading specialist credential", "Reading Specialist Credential"),
        ("Inspection Authorization", "Inspection Authorization (lapsed 2017)"),
    ],
)
def test_what_is_not_held_in_full_is_weak_evidence(line: str, title: str, lexicon: Lexicon) -> None:
    """A licence that lapsed, a degree not yet there, and one that says all but one word."""
    matches, requirement = _asked(line, _profile("Salted hams", (_LICENCES, title)), lexicon)
    assert matches.evidence[requirement] is Evidence.WEAK
    assert _first(matches, requirement) == "entry-0"


@pytest.mark.parametrize(
    ("asks", "evidence"),
    [
        ("Feature research training if relevant", Evidence.STRONG),
        ("Highlight design coursework", Evidence.STRONG),
        ("Mention the academic background", Evidence.STRONG),
        ("Highlight statistics training", Evidence.NONE),
    ],
)
def test_a_hint_for_a_certificate_is_answered_by_what_it_is_in(
    asks: str, evidence: Evidence, lexicon: Lexicon
) -> None:
    """Its own line says all that is asked but that it is schooling."""
    profile = _profile("Ran the shop", (_DEGREES, "Certificate, Design Research"))
    job = make.job(hints=[("education", f"Certificate: {asks}")])
    matches = match_requirements(job, profile, lexicon)
    assert matches.evidence["hint-1"] is evidence


@pytest.mark.parametrize(
    ("note", "section"),
    [
        ("Academic publications", SectionKind.PUBLICATIONS),
        ("Volunteer experience", SectionKind.VOLUNTEER),
        ("Side projects", SectionKind.PROJECTS),
        ("Language skills", _LANGUAGES),
        ("Professional certifications", _LICENCES),
        ("My degrees", _DEGREES),
        ("Awards and honors", SectionKind.AWARDS),
    ],
)
def test_a_note_that_names_a_section_is_answered_by_what_stands_there(
    note: str, section: SectionKind, lexicon: Lexicon
) -> None:
    """The entries of the section are what it asks for, and nothing is where it is empty."""
    role = make.entry("role", "Supervisor", "Somewhere", ("Fixed the kettle on nine mornings",))
    other = SectionKind.INTERESTS
    for place, found in ((section, Evidence.STRONG), (other, Evidence.NONE)):
        held = make.entry("held", "Quellen und Zeiten", section=place)
        job = make.job(emphases=(note,))
        matches = match_requirements(job, make.profile(role, held), lexicon)
        [requirement] = matches.requirements
        assert matches.evidence[requirement.id] is found
        own = matches.by_requirement.get(requirement.id, ())
        assert [m.candidate for m in own if m.supports] == ["held"] * (place is section)


@pytest.mark.parametrize("line", ["Experience at a non-profit or public agency", "Charity sector"])
def test_volunteering_is_some_experience_of_work_without_profit(
    line: str, lexicon: Lexicon
) -> None:
    """It says nothing of such an employer, so it is weak evidence."""
    role = make.entry("role", "Supervisor", "Somewhere", ("Fixed the kettle on nine mornings",))
    club = make.entry("club", "Tutor", "Homework club", section=SectionKind.VOLUNTEER)
    matches, requirement = _asked(line, make.profile(role, club), lexicon)
    assert matches.evidence[requirement] is Evidence.WEAK
    assert _first(matches, requirement) == "club"


@pytest.mark.parametrize("note", ["Knowledge base articles", "Support tickets", "Project plans"])
def test_what_also_names_work_is_no_section(note: str, lexicon: Lexicon) -> None:
    """Articles and tickets are what somebody wrote and closed."""
    entries = (
        make.entry("paper", "Quellen und Zeiten", section=SectionKind.PUBLICATIONS),
        make.entry("licence", "Counterbalance", section=_LICENCES),
        make.entry("boat", "The boat", section=SectionKind.PROJECTS),
    )
    matches = match_requirements(make.job(emphases=(note,)), make.profile(*entries), lexicon)
    reasons = [reason.kind for match in matches.matches for reason in match.reasons]
    assert ReasonKind.HELD not in reasons
