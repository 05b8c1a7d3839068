"""What can stand on the resume, and what a choice makes of it."""

from collections.abc import Collection
from pathlib import Path

import pytest
from msgspec.structs import replace

from lapel.document.draft import Draft, SlotKind, compose_document, find_shown_id
from lapel.document.drafting import draft_resume
from lapel.document.roles import Terms, detail_of
from lapel.document.wordings import FixedWordings
from lapel.profile.model import Entry, Organisation, Profile, SectionKind, SkillGroup, Summary
from lapel.profile.reading import read_profile
from lapel.text.inline import Run, runs_text
from lapel.theme.model import BlockKind, Theme
from lapel.theme.reading import read_theme
from lapel.theme.styles import AsidePosition
from tests.document.builders import highlight, profile, role, year
from tests.given import PRESENT, locale_words, text
from tests.rendering.documents import with_dates
from tests.samples import ROOT

CLASSIC = Path(__file__).parents[2] / "templates" / "classic"


@pytest.fixture(scope="module")
def theme() -> Theme:
    found = read_theme(CLASSIC).value
    assert found is not None
    return found


def draft(
    of: Profile,
    theme: Theme,
    skills: tuple[SkillGroup, ...] = (),
    fixed: FixedWordings | None = None,
    dropped: Collection[str] = (),
) -> Draft:
    words = locale_words("en")
    return draft_resume(of, skills, Terms(fixed or {}, theme, words, dropped))


def shown(draft: Draft, *chosen: str) -> list[tuple[str, str, str]]:
    """Kind, text and aside of every leaf under the header."""
    document = compose_document(draft, frozenset(chosen), {})
    return [
        (block.kind.value, runs_text(block.text), runs_text(block.aside))
        for section in document.sections
        for block in (section.heading, *section.blocks)
        if block is not None
    ]


@pytest.fixture
def two_roles() -> Profile:
    return profile(
        role("head", "acme", highlight("head/a", "Led it"), start=year(2020), end=PRESENT),
        role("clerk", "acme", highlight("clerk/a", "Filed it"), start=year(2015), end=year(2020)),
    )


def test_open_roles_stand_under_one_line_of_their_employer(
    two_roles: Profile, theme: Theme
) -> None:
    """Where a theme puts employers first, one with two roles is named once over both."""
    chosen = ("head:open", "head/a", "clerk:open", "clerk/a")
    employer_first = replace(theme, title_first=False)
    assert shown(draft(two_roles, employer_first), *chosen) == [
        ("heading", "Experience", ""),
        ("organisation", "Acme", ""),
        ("role", "Head", "2020 – Present"),
        ("bullet", "Led it", ""),
        ("next-role", "Clerk", "2015 – 2020"),
        ("bullet", "Filed it", ""),
    ]


@pytest.mark.parametrize(
    ("position", "head", "clerk"),
    [
        (
            AsidePosition.RIGHT,
            [("organisation", "Head", "2020 – Present"), ("role", "Acme", "Oslo")],
            [("brief", "Clerk, Acme", "2015 – 2020")],
        ),
        (
            AsidePosition.BELOW,
            [("organisation", "Head", ""), ("role", "Acme", "2020 – Present | Oslo")],
            [("organisation", "Clerk", ""), ("role", "Acme", "2015 – 2020")],
        ),
    ],
)
def test_a_title_that_comes_first_has_its_employer_under_it(
    two_roles: Profile,
    theme: Theme,
    position: AsidePosition,
    head: list[tuple[str, str, str]],
    clerk: list[tuple[str, str, str]],
) -> None:
    """Each role says all of itself; where dates stand below, so does each that is brief."""
    placed = tuple(replace(entry, location="Oslo") for entry in two_roles.entries)
    of = profile(*placed)
    title_first = replace(with_dates(theme, position), title_first=True)
    assert shown(draft(of, title_first), "head:open", "head/a", "clerk:brief") == [
        ("heading", "Experience", ""),
        *head,
        ("bullet", "Led it", ""),
        *clerk,
    ]


@pytest.mark.parametrize(
    ("fluency", "told"),
    [
        ("C1", "Swedish (C1), Twi (native)"),
        ("C1 (I teach in it)", "Swedish – C1 (I teach in it), Twi – native"),
    ],
)
def test_no_brackets_stand_in_others(theme: Theme, fluency: str, told: str) -> None:
    """Where something is said of a language with brackets of its own, all have dashes instead."""
    swedish, twi = (
        replace(role(id, section=SectionKind.LANGUAGES), detail=text(said))
        for id, said in (("swedish", fluency), ("twi", "native"))
    )
    assert ("skills", f"Languages: {told}", "") in shown(
        draft(profile(swedish, twi), theme), "skills/languages"
    )


@pytest.mark.parametrize("name", ["classic", "academic", "plain"])
def test_a_role_without_a_position_has_its_dates_and_place_beside_its_employer(name: str) -> None:
    """It needs no line of an employer above it, and takes none from a role beside it."""
    theme = read_theme(CLASSIC.parent / name).value
    assert theme is not None
    head = role("head", "acme", highlight("head/a", "Led it"), start=year(2020), end=PRESENT)
    clerk = role("clerk", "acme", highlight("clerk/a", "Filed it"), end=year(2020))
    assert clerk.organisation is not None
    company = replace(clerk.organisation, url="acme.example")
    clerk = replace(clerk, title=company.name, organisation=company, location="Oslo")
    shown_lines = shown(draft(profile(head, clerk), theme), "head:open", "clerk:open", "clerk/a")
    assert shown_lines[-2:] == [
        ("organisation", "Acme", f"2020{theme.separator}Oslo"),
        ("bullet", "Filed it", ""),
    ]
    assert "Clerk" not in str(shown_lines)


@pytest.mark.parametrize(
    ("first", "places", "shown_places"),
    [
        ("title", ("Lagos", ""), ["Lagos", ""]),
        ("employer", ("Lagos", "Lagos"), ["Lagos"]),
        ("employer", ("Lagos", ""), ["London"]),
    ],
)
def test_each_role_has_its_own_place(
    two_roles: Profile, theme: Theme, first: str, places: tuple[str, str], shown_places: list[str]
) -> None:
    """Not its employer's, which may be another; over several roles the one that they share."""
    roles = zip(two_roles.entries, places, strict=True)
    placed = [_placed(entry, place, employer="London") for entry, place in roles]
    theme = replace(theme, title_first=first == "title")
    lines = shown(draft(profile(*placed), theme), "head:open", "head/a", "clerk:open", "clerk/a")
    assert [aside for _, text, aside in lines if text == "Acme"] == shown_places


def _placed(entry: Entry, place: str, employer: str) -> Entry:
    assert entry.organisation is not None
    return replace(
        entry, location=place, organisation=replace(entry.organisation, location=employer)
    )


def test_a_role_on_ones_own_account_has_its_place(theme: Theme) -> None:
    translator = role("translator", "", highlight("translator/a", "Translated"), start=year(2020))
    translator = replace(translator, location="Oslo")
    found = shown(draft(profile(translator), theme), "translator:open", "translator/a")
    assert ("organisation", "Translator", "2020 · Oslo") in found


def test_brief_role_names_position_employer_and_dates(two_roles: Profile, theme: Theme) -> None:
    """A role that shrinks stays on the page in one line; no employer's line stands over it."""
    assert shown(draft(two_roles, theme), "head:brief", "clerk:brief") == [
        ("heading", "Experience", ""),
        ("next-brief", "Head, Acme", "2020 – Present"),
        ("next-brief", "Clerk, Acme", "2015 – 2020"),
    ]


def test_a_title_in_a_line_is_as_bold_as_over_bullets(two_roles: Profile, theme: Theme) -> None:
    """A role, and an entry of a section in which others have bullets; not what it was done for."""
    talk = replace(role("talk", "uit", section=SectionKind.CUSTOM), custom_section="Teaching")
    course = replace(talk, id="course", highlights=(highlight("course/a"),))
    drafted = draft(profile(*two_roles.entries, talk, course), theme)
    chosen = frozenset({"head:brief", "clerk:open", "clerk/a", "course:open", "talk:brief"})
    document = compose_document(drafted, chosen, {})
    bold = [run.text for block in document.blocks() for run in block.text if run.strong]
    assert bold == ["Head", "Talk"]
    style = replace(theme.styles[BlockKind.ORGANISATION], bold=False)
    light = replace(theme, styles={**theme.styles, BlockKind.ORGANISATION: style})
    document = compose_document(draft(two_roles, light), chosen, {})
    assert not any(run.strong for block in document.blocks() for run in block.text)


def test_work_and_education_never_leave(two_roles: Profile, theme: Theme) -> None:
    """Their slots must take a variant; a project's need not."""
    project = role("project", section=SectionKind.PROJECTS)
    slots = {slot.id: slot for slot in draft(profile(*two_roles.entries, project), theme).slots()}
    assert slots["head"].required
    assert not slots["project"].required


def test_hidden_things_are_never_offered(theme: Theme) -> None:
    """What the author hides is in no variant."""
    hidden = role("secret", "acme", highlight("secret/a"), hidden=True)
    assert draft(profile(hidden), theme).sections == ()


def test_each_wording_is_a_variant(theme: Theme) -> None:
    """The author's wordings stand beside the text, under the highlight's id and their name."""
    worded = role("head", "acme", highlight("head/a", "Led it", brief="Led"))
    slots = {slot.id: slot for slot in draft(profile(worded), theme).slots()}
    assert [v.id for v in slots["head/a:slot"].variants] == ["head/a", "head/a#brief"]


@pytest.mark.parametrize("file", ["maren-holt", "mireille-kestner"])
def test_the_id_of_a_variant_tells_what_it_shows(theme: Theme, file: str) -> None:
    """In whatever form it stands, an entry, a bullet or a group of skills is known by it."""
    read = read_profile(ROOT / "profiles" / f"{file}.yaml").value
    assert read is not None
    for slot in draft(read, theme).slots():
        for variant in slot.variants:
            shown = variant.id if slot.kind is SlotKind.SUMMARY else slot.source or slot.id
            assert find_shown_id(variant.id) == shown


def test_fixed_wording_leaves_no_choice(theme: Theme) -> None:
    """A form that the job file fixes is the only one offered."""
    worded = role("head", "acme", highlight("head/a", "Led it", brief="Led"))
    fixed = {"head/a": ("brief", "Led")}
    slots = {slot.id: slot for slot in draft(profile(worded), theme, fixed=fixed).slots()}
    assert [v.id for v in slots["head/a:slot"].variants] == ["head/a#brief"]


def test_line_without_bullets_holds_on_to_nothing(theme: Theme) -> None:
    """A degree that stands open without a bullet may be the last thing on a page."""
    degree = role("degree", "school", section=SectionKind.EDUCATION, end=year(2010))
    document = compose_document(draft(profile(degree), theme), frozenset({"degree:open"}), {})
    last = document.sections[0].blocks[-1]
    assert (last.kind, last.keeps_next) == (BlockKind.ROLE, False)


def test_order_of_bullets_is_the_choices(theme: Theme) -> None:
    """Bullets stand in the order given for their entry; those not named follow."""
    head = role("head", "acme", *(highlight(f"head/{x}", x) for x in "abc"))
    chosen = frozenset({"head:open", "head/a", "head/b", "head/c"})
    document = compose_document(draft(profile(head), theme), chosen, {"head": ("head/c", "head/b")})
    bullets = [b for b in document.blocks() if b.kind is BlockKind.BULLET]
    assert [runs_text(b.text) for b in bullets] == ["c", "b", "a"]


def test_the_first_line_after_bullets_keeps_away_from_them(
    two_roles: Profile, theme: Theme
) -> None:
    """One-line roles stand close together, and apart from the entry with bullets above them."""
    older = [role(id, "acme", start=year(start)) for id, start in (("cook", 2010), ("aide", 2009))]
    drafted = draft(profile(*two_roles.entries, *older), theme)
    chosen = ("head:open", "head/a", "clerk:brief", "cook:brief", "aide:brief")
    kinds = [kind for kind, _, _ in shown(drafted, *chosen)]
    assert kinds[3:] == ["bullet", "brief", "next-brief", "next-brief"]


@pytest.mark.parametrize(
    ("section", "title", "organisation", "line"),
    [
        (SectionKind.CERTIFICATES, "AWS D1.1 3G/4G FCAW", "AWS", "AWS D1.1 3G/4G FCAW"),
        (SectionKind.CERTIFICATES, "Welder (AWS)", "AWS", "Welder (AWS)"),
        (SectionKind.CERTIFICATES, "LAWS and rules", "AWS", "LAWS and rules, AWS"),
        (SectionKind.CERTIFICATES, "C++ (expert)", "C++", "C++ (expert)"),
        (SectionKind.PUBLICATIONS, "Nature and Kelp", "Nature", "Nature and Kelp, Nature"),
    ],
)
def test_an_issuer_that_the_title_names_is_not_repeated(
    section: SectionKind, title: str, organisation: str, line: str, theme: Theme
) -> None:
    """Whose a certificate is stands once; a journal always stands."""
    issuer = Organisation("issuer", text(organisation))
    entry = replace(role("x", section=section), title=text(title), organisation=issuer)
    assert shown(draft(profile(entry), theme), "x:brief")[1][1] == line


def test_authors_stand_before_the_title(theme: Theme) -> None:
    """With the person's own name in bold, as the profile marks it."""
    entry = replace(
        role("x", section=SectionKind.PUBLICATIONS),
        title=text("On Mud"),
        organisation=Organisation("tides", text("Tides")),
        authors=text("Ek B, **Lund A**"),
    )
    drafted = draft(profile(entry), theme)
    assert shown(drafted, "x:brief")[1][1] == "Ek B, Lund A: On Mud, Tides"
    (block,) = (
        b for s in compose_document(drafted, frozenset(["x:brief"]), {}).sections for b in s.blocks
    )
    assert [run.text for run in block.text if run.strong] == ["Lund A"]


def test_a_dropped_keyword_leaves_its_group(theme: Theme) -> None:
    """By an id of its own; a group all of whose keywords are dropped leaves whole."""
    person = profile()
    tools = SkillGroup("skills/tools", text("Tools"), tuple(map(text, ("Excel", "C", "C++"))))
    trade = SkillGroup("skills/trade", text("Trade"), (text("brazing"),))
    plain = next(id for id, keyword in tools.by_id.items() if keyword.markdown == "C")
    dropped = ("skills/tools/excel", plain, "skills/trade/brazing")
    drafted = draft(person, theme, (tools, trade), dropped=dropped)
    variants = [v.id for slot in drafted.slots() for v in slot.variants]
    assert variants == ["skills/tools:whole"]
    assert shown(drafted, "skills/tools:whole")[-1] == ("skills", "Tools: C++", "")


def test_a_long_list_of_skills_offers_few_choices(theme: Theme) -> None:
    """Two thousand keywords are no thousand lines to measure."""
    group = SkillGroup("tools", text("Tools"), tuple(text(f"t{n}") for n in range(2000)))
    (slot,) = draft(profile(), theme, (group,)).slots()
    counts = [int(variant.id.split(":")[1]) for variant in slot.variants[1:]]
    assert counts[:4] == [4, 6, 8, 10]
    assert len(counts) < 100
    assert counts[-1] > 1800


def test_skills_offer_their_first_keywords(theme: Theme) -> None:
    """A long group may stand in part; languages join the skills as a line of their own."""
    words = tuple(text(word) for word in ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"])
    group = SkillGroup("skills/tools", text("Tools"), words)
    spanish = role("spanish", section=SectionKind.LANGUAGES)
    drafted = draft(profile(spanish), theme, (group,))
    assert shown(drafted, "skills/tools:6", "skills/languages") == [
        ("heading", "Skills", ""),
        ("skills", "Tools: a, b, c, d, e, f", ""),
        ("skills", "Languages: Spanish", ""),
    ]


def test_spoken_languages_are_told_from_those_programmed_in(theme: Theme) -> None:
    """Two lines of one name would be a puzzle."""
    group = SkillGroup("skills/languages", text("Languages"), (text("Python"), text("SQL")))
    spanish = role("spanish", section=SectionKind.LANGUAGES)
    drafted = draft(profile(spanish), theme, (group,))
    labels = [
        line[1] for line in shown(drafted, *(v.id for s in drafted.slots() for v in s.variants))
    ]
    assert labels[-2:] == ["Languages: Python, SQL", "Spoken languages: Spanish"]


def test_a_group_called_as_the_section_has_no_label(theme: Theme) -> None:
    """“Skills” under “Skills” says nothing; with a level it does."""
    groups = (
        SkillGroup("one", text("skills"), (text("espresso"), text("latte art"))),
        SkillGroup("two", text("Skills"), (text("till"),), level="basic"),
    )
    assert shown(draft(profile(), theme, groups), "one:whole", "two:whole") == [
        ("heading", "Skills", ""),
        ("skills", "espresso, latte art", ""),
        ("skills", "Skills (basic): till", ""),
    ]


def test_a_shared_line_stands_for_all_that_is_on_it(theme: Theme) -> None:
    """Skills without keywords, and languages, are each a candidate of the line they share."""
    skills = tuple(SkillGroup(id, text(id.title())) for id in ("excel", "sql"))
    person = profile(*(role(id, section=SectionKind.LANGUAGES) for id in ("spanish", "twi")))
    variants = [v for slot in draft(person, theme, skills).slots() for v in slot.variants]
    assert {v.id: v.candidates for v in variants} == {
        "skills/bare": ("excel", "sql"),
        "skills/languages": ("spanish", "twi"),
    }


def test_skills_that_share_a_line_are_shown_as_a_group_is(theme: Theme) -> None:
    """Its first few where room is short; and the line stays where no group does."""
    bare = tuple(SkillGroup(f"s{n}", text(f"s{n}")) for n in range(7))
    tools = SkillGroup("tools", text("Tools"), (text("lathe"),))
    (alone,) = draft(profile(), theme, bare).slots()
    assert {v.id: len(v.candidates) for v in alone.variants} == {
        "skills/bare": 7,
        "skills/bare:4": 4,
        "skills/bare:6": 6,
    }
    beside = draft(profile(), theme, (tools, *bare)).slots()
    assert [slot.required for slot in (alone, *beside)] == [True, True, False]


def test_what_is_dropped_leaves_the_line_it_shares(theme: Theme) -> None:
    """The others stay on it."""
    skills = tuple(SkillGroup(id, text(id.title())) for id in ("excel", "sql"))
    person = profile(*(role(id, section=SectionKind.LANGUAGES) for id in ("spanish", "twi")))
    drafted = draft(person, theme, skills, dropped=("excel", "twi"))
    assert shown(drafted, "skills/bare", "skills/languages")[1:] == [
        ("skills", "Sql", ""),
        ("skills", "Languages: Spanish", ""),
    ]


def test_summary_comes_first(theme: Theme) -> None:
    """One of the summaries stands above everything else."""
    summaries = (Summary("leader", text("Leads.")), Summary("maker", text("Makes.")))
    drafted = draft(profile(role("head", "acme"), summaries=summaries), theme)
    assert shown(drafted, "maker", "head:brief")[:2] == [
        ("heading", "Summary", ""),
        ("paragraph", "Makes.", ""),
    ]


def test_a_project_and_an_employer_link_to_their_pages(theme: Theme) -> None:
    """An address typed without a scheme leads to the web."""
    project = replace(role("tide", section=SectionKind.PROJECTS), url="tide.example")
    head = role("head", "acme", highlight("head/a", "Led it"))
    assert head.organisation is not None
    head = replace(head, organisation=replace(head.organisation, url="www.acme.example"))
    chosen = frozenset({"tide:brief", "head:open", "head/a"})
    document = compose_document(draft(profile(head, project), theme), chosen, {})
    runs = [run for block in document.blocks() for run in block.text if run.href]
    assert runs == [
        Run("Acme", href="https://www.acme.example"),
        Run("Tide", href="https://tide.example"),
    ]


def test_certificates_that_the_job_asks_for_stand_first(theme: Theme) -> None:
    """By their rank, and newest first where that is the same or there is none."""
    words = locale_words("en")
    held = [
        role(id, id, section=SectionKind.CERTIFICATES, start=year(of), end=year(of))
        for id, of in {"scuba": 2022, "lean": 2020, "nebosh": 2019, "aid": 2024}.items()
    ]
    ranks = {"nebosh": (1, 0.5), "lean": (0, 0.9)}
    drafted = draft_resume(profile(*held), (), Terms({}, theme, words), ranks=ranks)
    assert [slot.source for slot in drafted.slots()] == ["nebosh", "lean", "aid", "scuba"]


@pytest.mark.parametrize(
    ("described", "dropped", "line"),
    [
        ("A sensor for one creek", (), "Creek: A sensor for one creek"),
        ("A sensor for one creek", ("creek/summary",), "Creek"),
        ("A sensor " + "and another " * 10, (), "Creek"),
    ],
    ids=["told", "dropped", "too long"],
)
def test_the_one_line_of_a_project_says_what_it_is(
    theme: Theme, described: str, dropped: tuple[str, ...], line: str
) -> None:
    """A name tells nobody; what is dropped, or does not fit a line, stays away."""
    is_described = replace(highlight("creek/summary", described), describes=True)
    held = (is_described, highlight("creek/a", "Soldered it"))
    project = role("creek", "", *held, section=SectionKind.PROJECTS)
    drafted = draft(profile(project), theme, dropped=dropped)
    assert shown(drafted, "creek:brief")[1] == ("next-brief", line, "")
    opened = shown(drafted, "creek:open", "creek/a")[1:]
    assert opened == [("organisation", "Creek", ""), ("bullet", "Soldered it", "")]


@pytest.mark.parametrize(("language", "detail"), [("en", ", GPA 2.1"), ("en-GB", ", 2.1")])
def test_a_bare_score_is_an_average_only_where_degrees_have_one(language: str, detail: str) -> None:
    """In Britain and Ireland 2.1 is a class of honours."""
    degree = replace(role("ba", "ulster", section=SectionKind.EDUCATION), detail=text("2.1"))
    assert runs_text(detail_of(degree, locale_words(language))) == detail
