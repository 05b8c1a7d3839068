"""Which entries a hint's label means."""

import pytest
from msgspec.structs import replace

from lapel.job.model import NoteKind
from lapel.matching.lexicon import Lexicon
from lapel.matching.places.placing import clear_label, hints_by_name, place_hints, place_label
from lapel.profile.model import SectionKind
from tests.matching import builders as make

PROFILE = make.profile(
    make.entry("urbn", "Senior Manager, Machine Learning", "URBN", aliases=["Urban Outfitters"]),
    make.entry("pep-head", "Head of Machine Learning", "PepsiCo", start=2021),
    make.entry("pep-principal", "Principal Machine Learning Engineer", "PepsiCo", start=2019),
    make.entry("penn", "Senior Engineer", "Penn Interactive Ventures"),
    make.entry("heavy", "Engineer", "Heavywater"),
    make.entry("ward", "Staff Nurse, Intensive Care", "Lake Harrow Medical Center"),
    make.entry("desk", "Charge Nurse", "Lake Harrow Medical Center"),
    make.entry("temple-work", "Lecturer", "Temple University", organisation_id="temple-employer"),
    make.entry("temple-ms", "MS, Computer Science", "Temple University",
               section=SectionKind.EDUCATION),
    make.entry("mit", "BS, Physics", "Massachusetts Institute of Technology",
               section=SectionKind.EDUCATION),
    make.entry("fund", "Pocket Size Fund", section=SectionKind.PROJECTS),
    make.entry("hidden", "Clerk", "Hidden Ltd", hidden=True),
)  # fmt: skip

PLACED = [
    ("URBN", "work", ("urbn",)),
    ("urban outfitters", "work", ("urbn",)),
    ("Pepsico Head", "work", ("pep-head",)),
    ("Head of ML at PepsiCo", "work", ("pep-head",)),
    ("Pepsico Principal", "work", ("pep-principal",)),
    ("PepsiCo (2019)", "work", ("pep-principal",)),
    ("PepsiCo (2 bullets)", "work", ("pep-head", "pep-principal")),
    ("Both PepsiCo roles", "work", ("pep-head", "pep-principal")),
    ("PepsiCo 2019", "work", ("pep-principal",)),
    ("Pepsico", "work", ("pep-head", "pep-principal")),
    ("pep-head", "work", ("pep-head",)),
    ("Penn Interactive", "work", ("penn",)),
    ("Penn Interctive", "work", ("penn",)),
    ("Heavy Water", "work", ("heavy",)),
    ("Lake Harow ICU", "work", ("ward",)),
    ("Lake Harrow", "work", ("ward", "desk")),
    ("Temple", "education", ("temple-ms",)),
    ("Temple", "work", ("temple-work",)),
    ("Temple MS", "", ("temple-ms",)),
    ("MIT", "education", ("mit",)),
    ("Pocket-Size Fund", "projects", ("fund",)),
    ("PocketSize fund", "projects", ("fund",)),
    ("URBN and Heavywater", "work", ("urbn", "heavy")),
    ("Charge Nurse", "work", ("desk",)),
    ("Education", "", ("temple-ms", "mit")),
]


@pytest.mark.parametrize("label", ["Acme Clerk", "Acme ledger", "Acme Kontoristin"])
def test_a_label_may_be_in_the_main_language(label: str, lexicon: Lexicon) -> None:
    """The profile is read in German, and the notes name a role by a word of its English title."""
    other = make.entry("other", "Fahrerin", "Acme")
    clerk = make.entry("clerk", "Kontoristin", "Acme")
    clerk = replace(clerk, title=replace(clerk.title, known_as="Ledger Clerk"))
    assert place_label(label, "work", make.profile(other, clerk), lexicon).entries == ("clerk",)


@pytest.mark.parametrize(("label", "section", "entries"), PLACED)
def test_a_label_names_its_entries(
    label: str, section: str, entries: tuple[str, ...], lexicon: Lexicon
) -> None:
    """A label is placed by id, alias, name, initials, position and year, slips forgiven."""
    assert place_label(label, section, PROFILE, lexicon).entries == entries


@pytest.mark.parametrize("label", ["Acme", "Pepsico Janitor", "Hidden", "Pen", "of the", "2019"])
def test_a_label_that_names_nothing_is_not_placed(label: str, lexicon: Lexicon) -> None:
    """A label with a word that no entry explains is placed nowhere, not at the least bad one."""
    assert place_label(label, "work", PROFILE, lexicon).entries == ()


def test_an_ambiguous_label_lists_what_it_may_mean(lexicon: Lexicon) -> None:
    """Where a label fits several organisations the warning names them and places nothing."""
    profile = make.profile(
        make.entry("a", "Cook", "North Inn"), make.entry("b", "Cook", "South Inn")
    )
    job = make.job(hints=[("work", "Inn: menus")])
    placements, diagnostics = place_hints(job, profile, lexicon)
    assert placements == {"hint-1": ()}
    assert [d.message for d in diagnostics] == [
        "“Inn” may mean “Cook, North Inn” or “Cook, South Inn”"
    ]
    assert diagnostics[0].place == job.notes[0].place


def test_an_unknown_label_suggests_the_nearest(lexicon: Lexicon) -> None:
    """A label no entry explains comes back with the roles of the employer it does name."""
    job = make.job(hints=[("work", "Pepsico Janitor: cleaning")])
    _, diagnostics = place_hints(job, PROFILE, lexicon)
    assert diagnostics[0].message == (
        "“Pepsico Janitor” names no employer, role, school or project of the profile"
    )
    assert diagnostics[0].help == (
        "did you mean “Head of Machine Learning, PepsiCo” or "
        "“Principal Machine Learning Engineer, PepsiCo”"
    )


def test_a_hint_without_a_label_may_name_its_entry_in_its_text(lexicon: Lexicon) -> None:
    """An organisation named inside the hint places it too."""
    job = make.job(hints=[("work", "Show the ranking work at Heavywater")])
    placements, diagnostics = place_hints(job, PROFILE, lexicon)
    assert placements == {"hint-1": ("heavy",)}
    assert diagnostics == ()


@pytest.mark.parametrize(
    ("idea", "label", "body"),
    [
        ("Heavywater: the ranking work", "Heavywater", "the ranking work"),
        ("Penn Interactive — betting odds", "Penn Interactive", "betting odds"),
        ("Pepsico Head - team of seven", "Pepsico Head", "team of seven"),
    ],
)
def test_an_idea_that_begins_with_a_name_is_a_hint(
    idea: str, label: str, body: str, lexicon: Lexicon
) -> None:
    """Under a heading of notes alone, "Acme: the budget" is said of Acme."""
    [note] = hints_by_name(make.job(ideas=[idea]), PROFILE, lexicon).notes
    assert (note.kind, note.label, note.body) == (NoteKind.HINT, label, body)


BESIDE = make.profile(
    make.entry("pantry", "Driver", "Hill Food Bank", section=SectionKind.VOLUNTEER),
    make.entry("scouts", "Treasurer", "Troop 9", section=SectionKind.VOLUNTEER),
    make.entry("dock", "Minutes at the dock", section=SectionKind.PUBLICATIONS),
)


@pytest.mark.parametrize(
    ("note", "entries"),
    [
        ("Volunteering: mention the food bank", ("pantry",)),
        ("Volunteer work: the scouts' money", ("scouts",)),
        ("Publications: include the dock article", ("dock",)),
        ("Volunteering: show that I lead", None),
        ("Languages: Python and Go", None),
    ],
)
def test_of_a_section_only_the_entries_named_behind_it_are_meant(
    note: str, entries: tuple[str, ...] | None, lexicon: Lexicon
) -> None:
    """A note that begins with a section's name is a hint where it goes on with an entry of it; a
    hint under that name means the whole section where it names none.
    """
    [idea] = hints_by_name(make.job(ideas=[note]), BESIDE, lexicon).notes
    assert (idea.kind is NoteKind.HINT) == (entries is not None)
    placements, _ = place_hints(make.job(hints=[("volunteer", note)]), BESIDE, lexicon)
    [placed] = placements.values()
    whole = ("pantry", "scouts") if note.startswith("Vol") else ()
    assert placed == (entries or whole)


@pytest.mark.parametrize(
    "idea", ["Machine: learning at scale", "Budget: a story", "Lake: boats", "Show Heavywater"]
)
def test_an_idea_that_only_shares_a_word_with_a_name_stays_one(idea: str, lexicon: Lexicon) -> None:
    job = make.job(ideas=[idea])
    assert hints_by_name(job, PROFILE, lexicon) == job


def test_among_skills_only_an_organisations_whole_name_makes_a_hint(lexicon: Lexicon) -> None:
    """A skill may share a word with an employer: "Machine: learning"."""
    skills = [
        "Heavywater - the ranking",
        "Heavywater",
        "Lake: boats",
        "Engineer: pumps",
        "heavy: x",
    ]
    first, *others = hints_by_name(make.job(emphases=skills), PROFILE, lexicon).notes
    assert (first.kind, first.label, first.body) == (NoteKind.HINT, "Heavywater", "the ranking")
    assert {note.kind for note in others} == {NoteKind.EMPHASIS}


def test_beside_a_note_that_begins_with_a_name_one_word_of_a_name_is_enough(
    lexicon: Lexicon,
) -> None:
    job = make.job(ideas=["Heavywater: the ranking work", "lake - one line", "Budget: a story"])
    kinds = [note.kind for note in hints_by_name(job, PROFILE, lexicon).notes]
    assert kinds == [NoteKind.HINT, NoteKind.HINT, NoteKind.IDEA]


def test_a_wish_under_the_name_of_an_entry_is_a_hint_for_it(lexicon: Lexicon) -> None:
    """Under "### Heavywater" among one's notes "keep short" and "SQL" are said of Heavywater."""
    job = make.job(emphases=["SQL"], ideas=["keep short", "the budget"])
    headings = zip(job.notes, ("Heavywater", "Heavywater", "Budget"), strict=True)
    under = replace(job, notes=tuple(replace(note, heading=name) for note, name in headings))
    *hints, other = hints_by_name(under, PROFILE, lexicon).notes
    assert {(note.kind, note.label) for note in hints} == {(NoteKind.HINT, "Heavywater")}
    assert other.kind is NoteKind.IDEA


SEVERAL = make.profile(
    make.entry("k1", "Assistant Kitchen Manager", "Blue Heron Grill"),
    make.entry("k2", "Kitchen Manager", "Blue Heron Grill"),
    make.entry("s1", "Senior Project Manager", "Tollgate Construction"),
    make.entry("s2", "Project Engineer", "Tollgate Construction"),
    make.entry("s3", "Operations Manager", "Tollgate Construction"),
    make.entry("n1", "Director of Nursing", "Maple Court Care Home"),
    make.entry("n2", "Registered Nurse", "Maple Court Care Home"),
    make.entry("n3", "Certified Nursing Assistant", "Maple Court Care Home"),
    make.entry("t1", "Head of Department, Chemistry", "Kingsway Academy"),
    make.entry("t2", "Chemistry Teacher", "Kingsway Academy"),
    make.entry("yard", "Warehouse Supervisor", "Northline Freight"),
    make.entry("truck", "Forklift Operator", "Northline Freight"),
    make.entry("o1", "Orchestra Librarian", "BBC National Orchestra of Wales"),
    make.entry("o2", "Education Officer", "BBC National Orchestra of Wales"),
    make.entry("h1", "Department Manager", "H-E-B"),
    make.entry("h2", "Checker", "H-E-B"),
)


@pytest.mark.parametrize(
    ("label", "entries"),
    [
        ("Blue Heron KM", ("k2",)),
        ("BHG asst mgr", ("k1",)),
        ("Tollgate PM", ("s1",)),
        ("Tollgate proj eng", ("s2",)),
        ("Maple Court DON", ("n1",)),
        ("Maple Court RN", ("n2",)),
        ("maple court cna", ("n3",)),
        ("Kingsway HoD", ("t1",)),
        ("Kingsway chem tchr", ("t2",)),
        ("Northline yard", ("yard",)),
        ("Northline forklift op", ("truck",)),
        ("BBC NOW", ("o1", "o2")),
        ("BBC NOW lib", ("o1",)),
        ("HEB dept mgr", ("h1",)),
        ("HEB", ("h1", "h2")),
        ("Maple C", ("n1", "n2", "n3")),
        ("M&C", ("n1", "n2", "n3")),
        ("Maple D", ()),
        ("Tollgate XQ", ()),
        ("tch", ()),
    ],
)
def test_what_stands_behind_an_employer_may_be_a_title_made_short(
    label: str, entries: tuple[str, ...], lexicon: Lexicon
) -> None:
    """By initials, short words or the role's id; of several the one whose title it says whole."""
    assert place_label(label, "work", SEVERAL, lexicon).entries == entries


LIFE = make.profile(
    make.entry("now", "Senior Product Marketing Manager", "Brightloom", start=2021),
    make.entry("then", "Product Marketing Manager", "Brightloom", start=2019, end=2021),
    make.entry("law", "Associate Attorney", "Farrow & Quill LLP", start=2008, end=2011),
    make.entry("books", "Bookkeeper", "Freelance", start=2004, end=2006),
    make.entry("uw", "B.A., Journalism", "University of Wisconsin–Madison",
               section=SectionKind.EDUCATION),
    make.entry("lake", "Certificate, Design Research", "Lakeshore Institute",
               section=SectionKind.EDUCATION),
    make.entry("pmp", "Project Management Professional (PMP)", section=SectionKind.CERTIFICATES),
    make.entry("swap", "Clothing Swap", section=SectionKind.PROJECTS),
)  # fmt: skip


@pytest.mark.parametrize(
    ("label", "section", "entries"),
    [
        ("Brightloom PMM", "work", ("then",)),
        ("Senior PMM", "work", ("now",)),
        ("Brightloom (2019–21)", "work", ("then",)),
        ("Brightloom 2021-present", "work", ("now",)),
        ("2008–2011", "work", ("law",)),
        ("F&Q", "work", ("law",)),
        ("Current role", "work", ("now",)),
        ("Most recent job", "work", ("now",)),
        ("Current position (Brightloom)", "work", ("now",)),
        ("First role", "work", ("books",)),
        ("Early career", "work", ("law", "books")),
        ("All roles", "work", ("now", "then", "law", "books")),
        ("Education – Lakeshore", "work", ("lake",)),
        ("Journalism degree", "education", ("uw",)),
        ("UW", "education", ("uw",)),
        ("PMP certification", "education", ("pmp",)),
        ("ClothingSwap", "projects", ("swap",)),
        ("Side project", "projects", ("swap",)),
        ("Current affairs", "work", ()),
    ],
)
def test_labels_as_ordinary_people_write_them_are_placed(
    label: str, section: str, entries: tuple[str, ...], lexicon: Lexicon
) -> None:
    """By the title's initials, by years, by when a role was, behind the section's name."""
    assert place_label(label, section, LIFE, lexicon).entries == entries


@pytest.mark.parametrize(
    ("label", "entries"),
    [
        ("K&B", ("build",)),
        ("K&B engineer", ("build",)),
        ("st b", ("ward",)),
        ("St Bran", ("ward",)),
        ("Kes Boone", ("build",)),
        ("st x", ()),
        ("k b s e x", ()),
    ],
)
def test_a_long_name_may_be_begun(label: str, entries: tuple[str, ...], lexicon: Lexicon) -> None:
    """By the initials of its first words, or by how these begin."""
    profile = make.profile(
        make.entry("build", "Site Engineer", "Kestrel & Boone Structural Engineers"),
        make.entry("ward", "Social Worker", "St. Brannoc Children's Hospital"),
    )
    assert place_label(label, "work", profile, lexicon).entries == entries


def test_the_label_that_is_told_to_be_clear_is(lexicon: Lexicon) -> None:
    """A title with its employer, and the id where two roles have the same title there."""
    (first, second) = SEVERAL.entries[:2]
    assert clear_label(second, SEVERAL, lexicon) == "Kitchen Manager, Blue Heron Grill"
    twice = make.profile(first, make.entry("k9", "Assistant Kitchen Manager", "Blue Heron Grill"))
    assert clear_label(first, twice, lexicon) == "k1"
