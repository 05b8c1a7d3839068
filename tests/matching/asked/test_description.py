"""What each sentence of the employer's text is."""

import pytest
from bench.reading import WRITTEN, read_posting

from lapel.matching.asked.description import AskKind, heading_kind, read_description
from tests.matching import builders as make

_HEADINGS = [
    ("A day in the life", AskKind.RESPONSIBILITY),
    ("Your first year", AskKind.RESPONSIBILITY),
    ("Within your first six months", AskKind.RESPONSIBILITY),
    ("How you will contribute", AskKind.RESPONSIBILITY),
    ("Main duties of the job", AskKind.RESPONSIBILITY),
    ("The opportunity", AskKind.RESPONSIBILITY),
    ("Your tasks", AskKind.RESPONSIBILITY),
    ("Deliverables", AskKind.RESPONSIBILITY),
    ("The challenge", AskKind.RESPONSIBILITY),
    ("On any given day", AskKind.RESPONSIBILITY),
    ("Here's what we're after", AskKind.QUALIFICATION),
    ("You'll love this job if", AskKind.QUALIFICATION),
    ("Must haves", AskKind.QUALIFICATION),
    ("What we're looking for in you", AskKind.QUALIFICATION),
    ("Requirements", AskKind.QUALIFICATION),
    ("About you", AskKind.QUALIFICATION),
    ("You are", AskKind.QUALIFICATION),
    ("Your DNA", AskKind.QUALIFICATION),
    ("What it takes", AskKind.QUALIFICATION),
    ("Tools you know", AskKind.QUALIFICATION),
    ("Nice to haves", AskKind.PREFERRED),
    ("Bonus", AskKind.PREFERRED),
    ("Good to have", AskKind.PREFERRED),
    ("Brownie points", AskKind.PREFERRED),
    ("Preferred qualifications", AskKind.PREFERRED),
    ("Why you'll love it here", AskKind.NOTHING),
    ("The nitty gritty", AskKind.NOTHING),
    ("What's on offer", AskKind.NOTHING),
    ("Perks & benefits", AskKind.NOTHING),
    ("Life at Acme", AskKind.NOTHING),
    ("About our company", AskKind.NOTHING),
    ("Our culture", AskKind.NOTHING),
    ("EEO statement", AskKind.NOTHING),
    ("DEI", AskKind.NOTHING),
    ("Next steps", AskKind.NOTHING),
    ("Location", AskKind.NOTHING),
    ("Note to recruiters", AskKind.NOTHING),
    ("What you'll get", AskKind.NOTHING),
    ("Wellbeing", AskKind.NOTHING),
    ("Benefits", AskKind.NOTHING),
    ("Hiring timeline", AskKind.NOTHING),
    ("Deine Aufgaben", AskKind.RESPONSIBILITY),
    ("Das bringst du mit", AskKind.QUALIFICATION),
    ("Das bieten wir", AskKind.NOTHING),
    ("Vos missions", AskKind.RESPONSIBILITY),
    ("Profil recherché", AskKind.QUALIFICATION),
    ("Ce que nous offrons", AskKind.NOTHING),
    ("Funciones", AskKind.RESPONSIBILITY),
    ("Requisitos", AskKind.QUALIFICATION),
    ("Qué ofrecemos", AskKind.NOTHING),
    ("Von Vorteil", AskKind.PREFERRED),
    ("Responsibilities", AskKind.RESPONSIBILITY),
    ("What you'll do", AskKind.RESPONSIBILITY),
    ("What You’ll Do", AskKind.RESPONSIBILITY),
    ("Essential Functions", AskKind.RESPONSIBILITY),
    ("Duties", AskKind.RESPONSIBILITY),
    ("Qualifications", AskKind.QUALIFICATION),
    ("What you bring", AskKind.QUALIFICATION),
    ("Must have", AskKind.QUALIFICATION),
    ("Required Education and Experience", AskKind.QUALIFICATION),
    ("Nice to have", AskKind.PREFERRED),
    ("Preferred Qualifications", AskKind.PREFERRED),
    ("Compensation", AskKind.NOTHING),
    ("Benefits & Perks", AskKind.NOTHING),
    ("About us", AskKind.NOTHING),
    ("Equal Opportunity", AskKind.NOTHING),
    ("Deadline", AskKind.NOTHING),
    ("Your new role", AskKind.RESPONSIBILITY),
    ("What you'll need to succeed", AskKind.QUALIFICATION),
    ("The successful applicant", AskKind.QUALIFICATION),
    ("What role will you play", AskKind.RESPONSIBILITY),
    ("Your new company", AskKind.NOTHING),
    ("What you need to do now", AskKind.NOTHING),
    ("The package", AskKind.NOTHING),
    ("Team Focus", AskKind.DESCRIPTION),
    ("Blue Harbor", None),
]
_SENTENCES = [
    ("You will lead a team of nurses.", AskKind.RESPONSIBILITY),
    ("Prepare lessons for two classes.", AskKind.RESPONSIBILITY),
    ("3+ years of experience in litigation.", AskKind.QUALIFICATION),
    ("Bachelor's degree in accounting.", AskKind.QUALIFICATION),
    ("Spanish is a plus.", AskKind.PREFERRED),
    ("We offer paid time off and 401(k) matching.", AskKind.NOTHING),
    ("If so, we'd love to hear from you!", AskKind.NOTHING),
    ("Candidates within commutable distance come first.", AskKind.NOTHING),
    ("We are an equal opportunity employer.", AskKind.NOTHING),
    ("Salary Range: $90,000 - $120,000", AskKind.NOTHING),
    ("Location: Kiel", AskKind.NOTHING),
    ("You will report to the Director of Planning.", AskKind.NOTHING),
    ("Reposted 3 days ago · Over 100 applicants", AskKind.NOTHING),
    ("Easy Apply", AskKind.NOTHING),
    ("We use cookies to improve your experience on our site.", AskKind.NOTHING),
    ("© 2026 Harbor Foods, Inc.", AskKind.NOTHING),
    ("Save energy in the ovens", AskKind.DESCRIPTION),
    ("Standort: Berlin, zwei Tage vor Ort", AskKind.NOTHING),
    ("Type de contrat : CDI", AskKind.NOTHING),
    ("Our annual catering budget is $3 million.", AskKind.NOTHING),
    ("We believe that bread brings a street together.", AskKind.NOTHING),
    ("The payroll team has four members.", AskKind.NOTHING),
    ("We are hiring a Stage Manager to be the calm of the house.", AskKind.NOTHING),
    ("You will join a leadership team of nine.", AskKind.NOTHING),
    ("You share an on-call rotation with Billing.", AskKind.DESCRIPTION),
    ("Unser Etat beträgt zwei Millionen Euro.", AskKind.NOTHING),
    ("Notre équipe compte neuf personnes.", AskKind.NOTHING),
    ("Thrive in a fast-paced environment.", AskKind.NOTHING),
    ("Ability to work in a fast-paced, friendly team.", AskKind.NOTHING),
    ("Work in a fast-paced kitchen of 14.", AskKind.RESPONSIBILITY),
    ("You will lead five engineers.", AskKind.RESPONSIBILITY),
    ("You will join the night crew and run its bakery.", AskKind.RESPONSIBILITY),
    (
        "Our head gardener is retiring, and you will plan the drainage.",
        AskKind.RESPONSIBILITY,
    ),
    ("We are hiring a designer to own courses for electricians.", AskKind.DESCRIPTION),
    ("Travel: plan the trips of forty consultants and keep to their budgets", AskKind.DESCRIPTION),
    ("Our kitchen feeds nine hundred pupils.", AskKind.DESCRIPTION),
    ("For a confidential chat please call Oona Marsh.", AskKind.NOTHING),
    ("If this job isn't quite right for you, we have others.", AskKind.NOTHING),
    ("Only shortlisted candidates will be contacted.", AskKind.NOTHING),
    ("My client is a family brewery on the coast.", AskKind.NOTHING),
    ("We are currently seeking an experienced Brewer for the Cork site.", AskKind.NOTHING),
    ("We are seeking a brewer with ten years of lager behind them.", AskKind.DESCRIPTION),
    ("A fantastic opportunity in a growing brewery.", AskKind.NOTHING),
    ("Position open until filled", AskKind.NOTHING),
    ("Applicants will be asked to complete two forms.", AskKind.NOTHING),
    ("The successful applicant will be proficient in lager.", AskKind.QUALIFICATION),
    ("To be considered you will have 2 years of lager.", AskKind.QUALIFICATION),
    ("6/18/25, 08:17", AskKind.NOTHING),
    ("3 of 5", AskKind.NOTHING),
    ("A PLACE FOR PEOPLE WHO LIKE BEER", AskKind.NOTHING),
    ("You will be responsible for annual leave and paid time off.", AskKind.RESPONSIBILITY),
    ("Requires knowledge of bottling lines.", AskKind.QUALIFICATION),
]


_ORDINARY = "analytics atencion billing comptabilite helpdesk kampagnen product-design school"


@pytest.mark.parametrize("page", _ORDINARY.split())
def test_of_an_ordinary_posting_every_line_is_of_its_kind(page: str) -> None:
    """With odd headings, copied bullets, no list at all, and in German, French and Spanish."""
    lines = read_posting(WRITTEN / "postings" / f"{page}.md")
    assert [line.text for line in lines if not line.kind_holds] == []


@pytest.mark.parametrize(("heading", "kind"), _HEADINGS)
def test_a_heading_tells_what_stands_under_it(heading: str, kind: AskKind | None) -> None:
    """Usual headings of openings are known; others tell nothing."""
    assert heading_kind(heading) is kind


_TOPICS = [
    ("Duties", "Administer benefits and compensation", AskKind.RESPONSIBILITY),
    ("Duties", "Grow sponsorship revenue", AskKind.RESPONSIBILITY),
    ("Duties", "Relocation assistance", AskKind.NOTHING),
    ("Qualifications", "Experience with visa processes", AskKind.QUALIFICATION),
    ("Qualifications", "Must hold a valid visa", AskKind.NOTHING),
    ("Benefits", "Support for relocation", AskKind.NOTHING),
]


@pytest.mark.parametrize(("heading", "item", "kind"), _TOPICS)
def test_a_topic_of_pay_or_law_may_be_the_duty_itself(
    heading: str, item: str, kind: AskKind
) -> None:
    """Under a heading of duties or qualifications what begins as one asks for such a topic."""
    (read,) = read_description(make.lines([heading], item))
    assert read.kind is kind


@pytest.mark.parametrize(("sentence", "kind"), _SENTENCES)
def test_wording_tells_where_no_heading_does(sentence: str, kind: AskKind) -> None:
    """A sentence under no known heading is told by its words."""
    (read,) = read_description(make.lines([], sentence, is_item=False))
    assert read.kind is kind


def test_the_innermost_telling_heading_decides() -> None:
    """A known heading rules the unknown ones below it."""
    (read,) = read_description(make.lines(["Qualifications", "Blue Harbor"], "Patience."))
    assert read.kind is AskKind.QUALIFICATION


def test_a_line_that_is_a_heading_stands_for_one() -> None:
    """A short line of its own that reads as a heading rules the lines after it."""
    lines = make.lines([], "What you bring:", "Patience", "A forklift", is_item=False)
    lines = [lines[0], *make.lines([], "Patience", "A forklift", first=101)]
    assert [read.kind for read in read_description(lines)] == [AskKind.QUALIFICATION] * 2


def test_boilerplate_asks_for_nothing_under_any_heading() -> None:
    """Pay and law ask for nothing even among the qualifications."""
    (read,) = read_description(make.lines(["Requirements"], "Pass a background check."))
    assert read.kind is AskKind.NOTHING


def test_a_preference_among_the_required_is_preferred() -> None:
    """A single line that says "a plus" weighs less than its neighbours."""
    (read,) = read_description(make.lines(["Requirements"], "Spanish is a plus."))
    assert read.kind is AskKind.PREFERRED


def test_a_demand_among_duties_is_none_of_them() -> None:
    """What begins as only a demand does is one, whatever stands above it."""
    lines = make.lines(["Job description"], "Mash the malt.", "Minimum two years in a brewhouse.")
    kinds = [read.kind for read in read_description(lines)]
    assert kinds == [AskKind.RESPONSIBILITY, AskKind.QUALIFICATION]


def test_what_only_an_employer_asks_ends_what_is_offered() -> None:
    """Below a heading that nobody knows, a duty or demand told as one is no benefit."""
    told = ["Free bread", "Where it leads", "Responsible for two ovens.", "Knowledge of rye."]
    lines = make.lines([], "What we offer", *told, is_item=False)
    asked = [read.text for read in read_description(lines) if read.kind is not AskKind.NOTHING]
    assert asked == ["Responsible for two ovens.", "Knowledge of rye."]


def test_a_heading_above_the_first_marked_one_is_one() -> None:
    """The lines above a page's first heading are its menu, but for what announces a list."""
    lines = [
        *make.lines([], "Careers home", "Key responsibilities", first=1, is_item=False),
        *make.lines([], "Ales of all kinds", first=5),
        *make.lines(["Skills"], "Patience", first=9),
    ]
    kinds = [(read.text, read.kind) for read in read_description(lines)]
    assert kinds[1:] == [
        ("Ales of all kinds", AskKind.RESPONSIBILITY),
        ("Patience", AskKind.QUALIFICATION),
    ]


def test_a_heading_inside_the_line_is_taken_off() -> None:
    """A line that begins with its own heading asks for what follows."""
    (read,) = read_description(make.lines([], "Requirements: a calm voice", is_item=False))
    assert (read.kind, read.text) == (AskKind.QUALIFICATION, "a calm voice")


def test_the_first_line_below_a_heading_is_no_heading() -> None:
    """However much "BSN required" sounds like one."""
    lines = make.lines(["Education"], "BSN required", is_item=False)
    assert [read.kind for read in read_description(lines)] == [AskKind.QUALIFICATION]


def test_what_stands_around_a_pasted_posting_asks_for_nothing() -> None:
    """The lines above a page's first heading, and those after "Apply for this job"; a heading of
    the posting's own ends these.
    """
    lines = [
        *make.lines([], "Careers home", "Head Baker", "Bake at night.", first=1, is_item=False),
        *make.lines(["Requirements"], "Patience", "Apply for this job", "Email*", first=9),
        *make.lines(["Duties"], "Order flour", first=19),
    ]
    asking = [read.text for read in read_description(lines) if read.kind is not AskKind.NOTHING]
    assert asking == ["Bake at night.", "Patience", "Order flour"]


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        (
            "You won’t be expected to weld each week, but you will read welds",
            ["you will read welds"],
        ),
        ("This is a shop role: you do not need a car", ["This is a shop role"]),
        (
            "You don't need a degree; you need ten years at a bench",
            ["you need ten years at a bench"],
        ),
        ("No cold calling", []),
        ("No prior experience with looms required", []),
        ("This is not a research role", []),
        ("No fewer than five years of pastry", ["No fewer than five years of pastry"]),
        ("This is not just a desk job", ["This is not just a desk job"]),
    ],
)
def test_what_is_said_not_to_be_wanted_is_not_asked_for(line: str, asked: list[str]) -> None:
    """Neither a whole sentence nor a part of one; "no fewer than" takes nothing back."""
    told = read_description(make.lines(["Responsibilities"], line))
    assert [s.text for s in told if s.kind is not AskKind.NOTHING] == asked
