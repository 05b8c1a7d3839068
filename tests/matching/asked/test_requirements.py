"""What a job asks for."""

import pytest
from msgspec.structs import replace

from lapel.job.model import Field, Job, NoteKind
from lapel.matching.asked.alternatives import similar_among
from lapel.matching.asked.phrases import LEADING, phrase_key
from lapel.matching.asked.requirements import list_requirements
from lapel.matching.lexicon import Lexicon
from lapel.matching.model import Requirement, RequirementKind
from lapel.source.diagnostics import Place
from tests.matching import builders as make


def _requirements(job: Job, lexicon: Lexicon) -> tuple[Requirement, ...]:
    return list_requirements(job, lexicon, {})[0]


def test_kinds_stand_in_the_order_of_their_weight(lexicon: Lexicon) -> None:
    """Emphases weigh most, then hints, ideas, qualifications, duties and loose prose."""
    job = make.job(
        emphases=["Wound care"],
        hints=[("work", "Mercy: triage")],
        ideas=["Show precepting"],
        description=[
            *make.lines(["Requirements"], "Experience with dialysis machines", first=20),
            *make.lines(["Nice to have"], "Experience with telemetry strips", first=30),
            *make.lines(["Duties"], "Run hemodynamic monitoring", first=40),
            *make.lines(
                [],
                "Someone has to watch our oncology infusion center grow.",
                first=50,
                is_item=False,
            ),
        ],
    )
    found = _requirements(job, lexicon)
    assert [r.kind for r in found] == [
        RequirementKind.EMPHASIS,
        RequirementKind.HINT,
        RequirementKind.IDEA,
        RequirementKind.QUALIFICATION,
        RequirementKind.RESPONSIBILITY,
        RequirementKind.QUALIFICATION,
        RequirementKind.DESCRIPTION,
    ]
    weights = [r.weight for r in found]
    assert weights == sorted(weights, reverse=True)
    assert len(set(weights)) == len(weights)


def test_a_line_asks_again_for_what_it_says_at_length(lexicon: Lexicon) -> None:
    """A name that another line asked for, or that of the position, is asked once."""
    engineer = "As a Staff Machine Learning Engineer you run on-call rotations"
    team = "Establish and lead a new machine learning team for our marketplace"
    job = make.job(
        position="Staff Machine Learning Engineer",
        description=[
            *make.lines(
                ["Requirements"],
                "Experience leading machine learning teams",
                "Machine learning engineers",
                "Experience with machine learning",
            ),
            *make.lines(["Duties"], team, "Use machine learning and telemetry", engineer, first=40),
        ],
    )
    asked = {r.text: r.phrases[1:] for r in _requirements(job, lexicon)}
    assert asked[team] == ("lead a new machine learning team", "marketplace")
    assert asked["Use machine learning and telemetry"] == ("telemetry",)
    assert asked[engineer] == ("on-call rotations",)


def test_a_line_that_a_note_asks_for_is_asked_in_its_words(lexicon: Lexicon) -> None:
    """What a note asks for stands for the whole line, whatever its wording; the rest remains."""
    job = make.job(
        emphases=["Building recommender systems", "Mentoring"],
        description=make.lines(
            ["Requirements"],
            "Experience with recommendation systems and causal inference",
            "Coaching",
        ),
    )
    line, alone = _requirements(job, lexicon)[2:]
    assert line.phrases == ("Building recommender systems", "causal inference")
    assert line.twins == ("Building recommender systems",)
    assert line.whole
    assert (alone.phrases, alone.twins, alone.whole) == (("Mentoring",), ("Mentoring",), False)


_SCENES = [
    ("Senior Buyer, Metals", "Last year our members met at 64 events.", False),
    ("Senior Buyer, Metals", "Nurses here choose their own schedules.", False),
    ("Senior Buyer, Metals", "The Buyer wakes a dormant category.", True),
    ("Staff Nurse RN", "The RN admits dialysis outpatients.", True),
    ("Staff Nurse RN", "The LPN admits dialysis outpatients.", False),
    ("Buyer", "Somebody has to read copper contracts and resin contracts.", True),
    ("Buyer", "Oversees copper contracts and resin contracts.", True),
]


@pytest.mark.parametrize(("called", "sentence", "asks"), _SCENES)
def test_beside_lists_prose_that_calls_nobody_asks_for_nothing(
    called: str, sentence: str, asks: bool, lexicon: Lexicon
) -> None:
    """What a company tells of itself beside its lists is no wish, if it calls nobody."""
    lists = make.lines(["Duties"], "Run tenders", "Audit foundries", "Cut freight costs", first=20)
    job = make.job(description=[*make.lines([], sentence, is_item=False), *lists])
    position = Field(called, Place(make.JOB, 1))
    found = _requirements(replace(job, position=position), lexicon)
    assert (sentence in [r.text for r in found]) is asks


@pytest.mark.parametrize(
    ("note", "asked"),
    [
        ("food cost 34 -> 28 pct", ("food cost",)),
        ("waste: 9 percent", ("waste",)),
        ("show 2.4 million in grants", ("grants",)),
    ],
)
def test_what_a_figure_counts_in_is_not_asked_for(
    note: str, asked: tuple[str, ...], lexicon: Lexicon
) -> None:
    """Percents and millions are no skill, whatever else has some."""
    (found,) = _requirements(make.job(emphases=[note]), lexicon)
    assert found.phrases == asked


_SIMILAR = [
    ("Power BI or similar reporting tool", ("Power BI", "data visualization")),
    ("Experience with SAP, Oracle or another ERP", ("SAP", "Oracle", "ERP")),
    ("Greenhouse or a comparable ATS preferred", ("Greenhouse", "ATS")),
    ("Kafka or a similar event system", ("Kafka", "event system")),
    ("Degree in accounting or a related field", ()),
    ("Retail or another customer-facing job", ()),
]


@pytest.mark.parametrize(("line", "asked"), _SIMILAR)
def test_any_tool_of_the_kind_answers_a_named_one(
    line: str, asked: tuple[str, ...], lexicon: Lexicon
) -> None:
    """A tool "or similar" is asked for by its name and by its kind."""
    assert similar_among(line, lexicon) == asked


def test_a_word_that_only_shares_the_stem_of_a_name_shares_its_noun(lexicon: Lexicon) -> None:
    """An image is no imaging: "image or audio embeddings" asks for image embeddings."""
    (found,) = _requirements(make.job(emphases=["Image or audio embeddings"]), lexicon)
    assert found.phrases == ("Image embeddings", "audio embeddings")


def test_a_common_word_keeps_its_day(lexicon: Lexicon) -> None:
    """A "competency day" is more than competency."""
    (found,) = _requirements(make.job(emphases=["Competency day"]), lexicon)
    assert found.phrases == ("Competency day",)


def test_a_line_of_one_phrase_is_asked_once(lexicon: Lexicon) -> None:
    """What a line shares with many others asks for nothing."""
    job = make.job(description=make.lines(["Duties"], "Strong command of standard costing."))
    (line,) = _requirements(job, lexicon)
    assert not line.whole
    assert line.phrases == ("standard costing",)


def test_the_company_s_name_is_not_a_skill(lexicon: Lexicon) -> None:
    """Phrases that name the company itself ask for nothing."""
    job = make.job(
        company="Etsy",
        description=make.lines(["Duties"], "Delight Etsy shoppers with personalization"),
    )
    assert [r.phrases for r in _requirements(job, lexicon)] == [("personalization",)]


@pytest.mark.parametrize(
    "line",
    [
        "The Marten Water Board serves 640,000 people from 58 sites.",  # tells of the company
        "You are the face of Marten Water Board",
    ],
)
def test_common_words_around_the_company_s_name_ask_for_nothing(
    line: str, lexicon: Lexicon
) -> None:
    """No line is asked that has nothing to look for."""
    job = make.job(company="Marten Water Board", description=make.lines(["Duties"], line))
    assert _requirements(job, lexicon) == ()


def test_letter_points_and_connections_are_not_asked(lexicon: Lexicon) -> None:
    """What is meant for the letter asks no bullet."""
    notes = (
        make.note(NoteKind.LETTER_POINT, "Express excitement"),
        make.note(NoteKind.CONNECTION, "Have you used it? Yes"),
    )
    assert _requirements(Job("digest", notes=notes), lexicon) == ()


def test_a_note_keeps_its_id_place_and_text(lexicon: Lexicon) -> None:
    """A requirement of a note can be traced to its line."""
    (found,) = _requirements(make.job(emphases=["Triage"]), lexicon)
    assert (found.id, found.note, found.text, found.place.line) == (
        "emphasis-1",
        "emphasis-1",
        "Triage",
        1,
    )


def test_each_sentence_of_a_paragraph_has_an_id_of_its_own(lexicon: Lexicon) -> None:
    """Two asking sentences of one line are told apart and share its place."""
    text = "You will run payroll processing. You will lead union negotiations."
    job = make.job(description=make.lines([], text, first=7, is_item=False))
    assert [(r.id, r.place.line) for r in _requirements(job, lexicon)] == [
        ("line-7", 7),
        ("line-7-2", 7),
    ]


def test_a_note_that_asks_nothing_says_so(lexicon: Lexicon) -> None:
    """A note without anything to look for stays a requirement and is a warning at its place."""
    message, note = "this note names no skill or deed to look for", "Highlight relevant experience"
    job = make.job(ideas=[note])
    requirements, diagnostics = list_requirements(job, lexicon, {})
    assert [r.phrases for r in requirements] == [()]
    assert diagnostics[0].message.startswith(message)
    assert diagnostics[0].place == job.notes[0].place


def test_common_words_alone_are_no_phrase_of_the_description(lexicon: Lexicon) -> None:
    """Prose of systems, teams and products asks for nothing."""
    job = make.job(description=make.lines(["Duties"], "Build new systems with great teams"))
    assert _requirements(job, lexicon) == ()


@pytest.mark.parametrize(
    "line",
    [
        "Assists the public and the media",
        "Make sure content is appropriate for children",
    ],
)
def test_a_duty_of_common_words_is_asked_whole(line: str, lexicon: Lexicon) -> None:
    """No part of it says enough by itself."""
    (asked,) = _requirements(make.job(description=make.lines(["Duties"], line)), lexicon)
    assert len(asked.phrases) == 1


@pytest.mark.parametrize(
    ("line", "leads"),
    [
        ("Direct a team of 18 controllers and three supervisors", True),
        ("Lead a 20-person maintenance team", True),
        ("Join a 20-person maintenance team", False),
        ("Supervision to a crew of about ten roofers", True),
        ("Work in a team of 18 controllers", False),
        ("Build a list of 18 team members", False),
    ],
)
def test_who_leads_a_team_is_asked_for_having_led_people(
    line: str, leads: bool, lexicon: Lexicon
) -> None:
    """Whoever these were, and though a qualification asked for it, too."""
    wanted = make.lines(["Requirements"], "People management")
    job = make.job(description=[*wanted, *make.lines(["Duties"], line, first=20)])
    asked = [r.phrases for r in _requirements(job, lexicon) if r.text == line]
    assert any(LEADING in phrases for phrases in asked) is leads


@pytest.mark.parametrize("line", ["Perform related duties as assigned", "Willingness to travel"])
def test_what_every_posting_says_asks_for_nothing(line: str, lexicon: Lexicon) -> None:
    """Whatever comes up, and being on the road, is shown by no bullet."""
    assert _requirements(make.job(description=make.lines(["Duties"], line)), lexicon) == ()


def test_a_duty_told_at_length_is_asked_beside_the_qualification(lexicon: Lexicon) -> None:
    """That others asked for all of its parts by name loses no line that says more."""
    wanted = make.lines(["Requirements"], "Machine learning experience")
    duty = "Lead a new machine learning team of nine in three offices"
    job = make.job(description=[*wanted, *make.lines(["Duties"], duty, first=20)])
    assert duty in [asked.text for asked in _requirements(job, lexicon)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("recommendation engine", "recsys"),
        ("team mentoring", "coaching"),
        ("A/B tests", "split testing"),
        ("building wind models", "wind model"),
    ],
)
def test_equal_wishes_have_equal_keys(one: str, other: str, lexicon: Lexicon) -> None:
    """Wording, aliases and generic words do not make another wish."""
    assert phrase_key(one, lexicon) == phrase_key(other, lexicon)


def test_different_wishes_have_different_keys(lexicon: Lexicon) -> None:
    """A shared word does not merge two wishes."""
    assert phrase_key("team leadership", lexicon) != phrase_key("team building", lexicon)


def test_a_licence_asked_for_weighs_more_than_other_qualifications(lexicon: Lexicon) -> None:
    """What nobody is hired without stands above the posting's other lines, below an emphasis."""
    said = ("Registered Nurse license in Ohio", "Experience with dialysis machines")
    job = make.job(emphases=["Precepting"], description=make.lines(["Requirements"], *said))
    emphasis, licence, other = (requirement.weight for requirement in _requirements(job, lexicon))
    assert emphasis > licence > other


@pytest.mark.parametrize(
    ("note", "phrases"),
    [
        ("Etat und Vergabe", ("Etat", "Vergabe")),
        ("budget, tournées et sécurité", ("budget", "tournées", "sécurité")),
        ("品質管理、予算", ("品質管理", "予算")),
        ("Hochschule", ("Hochschule",)),
    ],
)
def test_a_note_in_another_language_is_taken_apart(
    note: str, phrases: tuple[str, ...], lexicon: Lexicon
) -> None:
    """At its marks and its "and": each thing is looked for alone."""
    found, _ = list_requirements(make.job(emphases=[note]), lexicon, {}, english=False)
    assert found[0].phrases == phrases


def test_who_something_is_done_with_is_no_part_of_a_line(lexicon: Lexicon) -> None:
    """Who has led people has not worked with other leaders; the line is asked whole."""
    lines = make.lines(["Duties"], "Work with other leaders to evolve pricing and rosters")
    (line,) = _requirements(make.job(description=lines), lexicon)
    assert line.whole
    assert "leaders" not in line.phrases
    lines = make.lines(["Duties"], "Partner with sales and finance on renewal pricing")
    (line,) = _requirements(make.job(description=lines), lexicon)
    assert line.phrases == ("renewal pricing",)


@pytest.mark.parametrize(
    ("note", "phrases"),
    [
        ("Testifying as custodian", ("Testifying as custodian",)),
        ("Charting in Epic", ("Charting", "Epic")),
        ("Physician/pharmacy collaboration", ("Physician collaboration", "pharmacy collaboration")),
        ("Dosing / jar testing", ("Dosing", "jar testing")),
        ("Leading and developing crews", ("Leading crews", "developing crews")),
        ("Kiosk migration and administration", ("Kiosk migration", "Kiosk administration")),
        ("Pottery and team leadership", ("Pottery", "team leadership")),
    ],
)
def test_a_wish_stays_whole_and_shares_what_is_said_once(
    note: str, phrases: tuple[str, ...], lexicon: Lexicon
) -> None:
    """What tells more of a short wish stays with it; a noun or an object may stand for two."""
    job = make.job(emphases=[note])
    assert _requirements(job, lexicon)[0].phrases == phrases


@pytest.mark.parametrize(
    ("line", "phrases"),
    [
        ("Bachelor's degree in accounting or finance", ("Bachelor's degree",)),
        (
            "Master's degree in nursing or 5 years of budgeting",
            ("Master's degree", "budgeting"),
        ),
        ("Bachelor of Science in Nursing (BSN)", ("Bachelor of Science", "BSN")),
        ("ACLS instructor within six months of hire", ("ACLS instructor",)),
        ("Collaborate with infection prevention on improvement", ("infection prevention",)),
    ],
)
def test_what_a_line_is_not_about_is_no_part_of_it(
    line: str, phrases: tuple[str, ...], lexicon: Lexicon
) -> None:
    """A field of study, the date by which a licence is due; partners are, where nothing else is."""
    job = make.job(description=make.lines(["Requirements"], line))
    (asked,) = _requirements(job, lexicon)
    assert asked.phrases[1:] == phrases


def test_where_no_grammar_is_known_what_begins_with_the_company_tells_of_it(
    lexicon: Lexicon,
) -> None:
    """What a house is, and that it looks for somebody, asks for nothing."""
    said = ("Das Stadtbad Elm ist ein Bad mit zwei Becken.", "Wir suchen eine Leitung der Halle.")
    prose = make.lines([], *said, is_item=False)
    job = make.job(company="Stadtbad Elm", description=[*prose, *make.lines([], "Aufsicht")])
    found, _ = list_requirements(job, lexicon, {}, english=False)
    assert [asked.text for asked in found] == ["Aufsicht"]


@pytest.mark.parametrize(
    ("note", "said", "phrases", "wishes"),
    [
        ("Mercy: triage, the team", {"team"}, ("triage", "team"), 1),
        ("Mercy: triage, the team", set(), ("triage",), 1),
        ("Mercy: the team", {"team"}, ("team",), 1),
        ("Mercy: triage, new system", set(), ("triage", "new system"), 1),
        ("Mercy: triage and promoting from inside", set(), ("triage", "promoting from inside"), 2),
        ("Mercy: triage, I was the one they asked", set(), ("triage",), 1),
    ],
)
def test_a_common_word_is_a_hints_wish_where_its_entry_says_it(
    note: str, said: set[str], phrases: tuple[str, ...], wishes: int, lexicon: Lexicon
) -> None:
    """Beside another wish it only tells more of that."""
    job = make.job(hints=[("work", note)])
    placed = {"hint-1": ("ward",)}
    (asked,), _ = list_requirements(job, lexicon, placed, {"ward": frozenset(said)})
    assert (asked.phrases, len(asked.wishes)) == (phrases, wishes)


@pytest.mark.parametrize("verb", ["Strengthen", "Maintain", "Refine"])
def test_a_duty_asks_for_what_it_is_about_and_not_for_its_verb(verb: str, lexicon: Lexicon) -> None:
    """Of "strengthen internal controls" the controls count."""
    job = make.job(description=make.lines(["Duties"], f"{verb} wheel truing, in the rear workshop"))
    assert "wheel truing" in _requirements(job, lexicon)[0].phrases
