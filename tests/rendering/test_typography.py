"""Where lines may not break, and what text is made of before it is drawn."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from lapel.document.tree import Block
from lapel.rendering.glyphs import make_drawable
from lapel.rendering.metrics import runs_width_em
from lapel.rendering.setting import on_lines_of
from lapel.rendering.tearing import tear_long_words
from lapel.rendering.tidying import NO_BREAK_SPACE, strip_controls, tidy_runs
from lapel.rendering.typography import set_typography
from lapel.text.inline import LINE_BREAK, Run, runs_text
from lapel.theme.model import RESUME_KINDS, BlockKind, Theme
from lapel.theme.scripts import theme_for
from tests.given import locale_words
from tests.rendering.documents import THEMES, block, theme_named

WIDTH_PT = 504.0


def drawn_on_lines(leaf: Block, theme: Theme, width_pt: float = WIDTH_PT) -> Block:
    """A leaf after care, on lines of a width."""
    return set_typography(leaf, on_lines_of(width_pt, theme, theme.step("normal")))


def cared(theme: Theme, kind: BlockKind, *runs: Run, width_pt: float = WIDTH_PT) -> str:
    """The text of a leaf after care, "~" for each no-break space, "|" for a break."""
    drawn = drawn_on_lines(block("x", kind, runs), theme, width_pt)
    text = "".join(run.text for run in drawn.text)
    return text.replace("\u00a0", "~").replace(LINE_BREAK, "|")


@pytest.mark.parametrize(
    ("written", "drawn"),
    [
        ("Ran a ward of 24 beds", "Ran a ward~of~24~beds"),
        ("Ran a ward", "Ran a ward"),
        ("Ran a small ward", "Ran a~small~ward"),
        ("Cut waste to 8 % over two years", "Cut waste to 8~% over~two~years"),
        ("Saved $3 million a year for them all", "Saved $3~million a year for~them~all"),
        ("Lost 12 kg of copper in all", "Lost 12~kg of copper~in~all"),
        ("Led it from Mar 2019 to the end", "Led it from Mar~2019~to~the~end"),
        ("Grew it 2014 – 2017 from nothing at all", "Grew it~2014~–~2017 from nothing~at~all"),
        (
            "Falls went from 14 in 2012 to 6 in all units",
            "Falls went from 14 in~2012 to 6~in~all~units",
        ),
        (
            "Moved 10 000 files to the new hall at last",
            "Moved 10~000 files to the new hall~at~last",
        ),
        (
            "Zwei Mio. wurden am 3. Mai 2019 gespart von uns",
            "Zwei Mio. wurden am 3.~Mai~2019 gespart~von~uns",
        ),
        (
            "Won it on March 3, 2019 with the whole crew",
            "Won it on March~3,~2019 with the~whole~crew",
        ),
        (
            "Rouvert à temps ; rien n’a manqué au public",
            "Rouvert à~temps~; rien n’a manqué~au~public",
        ),
        (
            "A lu « Le Monde » chaque jour de sa vie entière",
            "A lu «~Le Monde~» chaque jour de sa~vie~entière",
        ),
        (
            "Führte z. B. den Umbau nach § 5 zum guten Ende",
            "Führte z.~B. den Umbau nach §~5 zum~guten~Ende",
        ),
        (
            "Kept 11 of 13 new nurses in the first year",
            "Kept 11~of~13 new nurses in the~first~year",
        ),
        (
            "Wrote with J. R. Moreno on the new ward rules",
            "Wrote with J.~R.~Moreno on the new~ward~rules",
        ),
        (
            "Thanks go to Dr. Abara, and I look forward to it",
            "Thanks go to Dr.~Abara, and I~look forward~to~it",
        ),
        (
            "Sparte 38.000 Euro im Jahr bei gleicher Leistung",
            "Sparte 38.000~Euro im Jahr bei gleicher~Leistung",
        ),
        (
            "He was ill. A nurse drew us a picture of his heart",
            "He was ill. A~nurse drew us a picture of~his~heart",
        ),
        ("Won a star", "Won a star"),
        (
            "Zamykam miesiąc w cztery dni i rozmawiam o liczbach z radą",
            "Zamykam miesiąc w~cztery dni i~rozmawiam o~liczbach~z~radą",
        ),
        ("Cut it in five days as of this year", "Cut it in five days as of~this~year"),
        ("They were five in the end when I left.", "They were five in the end when~I~left."),
        ("He worked for years with electroencephalographers",) * 2,
        ("Worked with electroencephalographers", "Worked with electroencephalographers"),
        ("5 members joined the committee then", "5 members joined the committee~then"),
        (
            "Down from 41 seconds to 19 in a year of work",
            "Down from 41~seconds to 19 in a year~of~work",
        ),
        (
            "In 14 Monaten von 3 auf 12 Filialen gebracht",
            "In 14~Monaten von 3 auf 12~Filialen~gebracht",
        ),
        ("Was chief scientist for 112 days at sea", "Was chief scientist for 112~days~at~sea"),
        ("Gave a talk on polar science, Ventura, CA", "Gave a talk on polar science, Ventura,~CA"),
        (
            "Ng, W., Öberg, S.-L., van der Zee, H.: Iron in diatoms at sea",
            "Ng,~W., Öberg,~S.-L., van der Zee,~H.: Iron in diatoms~at~sea",
        ),
        (
            "Ng W, Öberg SL, van der Zee H: Iron limits diatoms at sea",
            "Ng~W, Öberg~SL, van der Zee~H: Iron limits diatoms~at~sea",
        ),
        (
            "Ng W., Öberg S. L., van der Zee É.: Iron limits diatoms at sea",
            "Ng~W., Öberg~S.~L., van der Zee~É.: Iron limits diatoms~at~sea",
        ),
        (
            "What ferryboxes miss — a reply to the paper of that year",
            "What ferryboxes miss~— a reply to the paper of~that~year",
        ),
    ],
)
def test_what_belongs_together_stays_together(theme: Theme, written: str, drawn: str) -> None:
    """Numbers keep their units, months their years, and no stub of a line ends a text."""
    assert cared(theme, BlockKind.BULLET, Run(written)) == drawn


def test_an_arabic_percentage_stays_with_the_word_before_it(theme: Theme) -> None:
    """At a line's beginning its sign would stand at the other side."""
    words = locale_words("ar")
    arabic = theme_for(theme, words.script, frozenset("انخفض الهدر"))
    drawn = cared(arabic, BlockKind.BULLET, Run("انخفض الهدر من 7% إلى 2.5% خلال عام واحد"))
    assert drawn == "انخفض الهدر من~7% إلى~2.5% خلال~عام~واحد"


@pytest.mark.parametrize(
    ("end", "drawn"),
    [
        ("who are all reporting to me", "all reporting~to~me"),
        ("which had been told counterrevolutionarily to me", "counterrevolutionarily to~me"),
        ("which is shown to all of us", "to~all~of~us"),
        ("three weeks of it in hospital", "of it~in~hospital"),
    ],
)
def test_a_line_is_not_left_short_for_the_last_one(theme: Theme, end: str, drawn: str) -> None:
    """Two last words keep together; more only where the line above loses no more than a tenth, or a
    fifth where a stub would be left.
    """
    told = f"{'We kept the ward clean and safe for the whole of that long year, ' * 2}{end}"
    assert cared(theme, BlockKind.BULLET, Run(told)).endswith(drawn)


def test_the_room_beside_a_bullet_s_glyph_is_no_room(theme: Theme) -> None:
    """A bullet as wide as the column goes on to a second line, which takes no third word down."""
    runs = [Run("Prepared the unit for the state survey, both findings closed within thirty days")]
    style = theme.styles[BlockKind.BULLET]
    width_pt = runs_width_em(runs, style, theme) * theme.step("normal").size_pt(style)
    drawn = cared(theme, BlockKind.BULLET, *runs, width_pt=width_pt + 1)
    assert drawn.endswith("closed within thirty~days")


def test_the_last_words_are_tied_across_runs(theme: Theme) -> None:
    """A look that changes before the last word changes nothing about the tie."""
    runs = (Run("Took part in the "), Run("first", strong=True), Run(" "), Run("trial"), Run("."))
    assert cared(theme, BlockKind.BULLET, *runs) == "Took part in the first~trial."


@pytest.mark.parametrize("kind", [BlockKind.RECIPIENT, BlockKind.ORGANISATION, BlockKind.ROLE])
def test_no_word_of_an_address_or_a_title_stands_alone(theme: Theme, kind: BlockKind) -> None:
    """Where they wrap; what fits on its line is left as it is."""
    short = "Northern Maritime Logistics and Warehousing"
    long = f"Institute for {short}, Harbour Services, Canals and Inland Navigation, GmbH & Co."
    theme = theme.for_letter() if kind is BlockKind.RECIPIENT else theme
    assert cared(theme, kind, Run(short)) == short
    assert cared(theme, kind, Run(f"{long} KG")).endswith(" GmbH~&~Co.~KG")


def test_no_word_of_a_title_stands_alone_above_its_date() -> None:
    """The date has a line of its own below it."""
    title = "Deputy Vice President for Interdepartmental Coordination and Development, CEE"
    role = block("b", BlockKind.ORGANISATION, title, "2013 – 2016")
    drawn = drawn_on_lines(role, theme_named("plain"), 350)
    assert f"Development,{NO_BREAK_SPACE}CEE{LINE_BREAK}" in runs_text(drawn.text)


def test_no_word_of_a_salutation_stands_alone(theme: Theme) -> None:
    """As in the text of the letter."""
    dear = "Dear Northern Maritime Logistics and Warehousing Holdings Incorporated of Boston"
    tied = cared(theme.for_letter(), BlockKind.SALUTATION, Run(f"{dear} hiring team,"))
    assert tied == f"{dear} hiring~team,"


@pytest.mark.parametrize("kind", [BlockKind.HEADLINE, BlockKind.SUBJECT])
def test_a_title_of_two_lines_has_them_alike(theme: Theme, kind: BlockKind) -> None:
    """No word of it stands alone in the middle of the page; one that fits stays on its line."""
    theme = theme.for_letter()
    long = "Deputy Associate Director for Interdepartmental Coordination of Regional Emergency"
    line = f"{long} Preparedness and Response"
    first, last = cared(theme, kind, Run(line)).split("|")
    assert f"{first} {last}" == line
    assert abs(len(first) - len(last)) < 0.2 * len(line)
    longer = f"{line} {line} {long}"
    parts = cared(theme, kind, Run(longer)).split("|")
    assert len(parts) > 2
    assert max(map(len, parts)) - min(map(len, parts)) < 0.1 * len(longer)
    assert cared(theme, kind, Run("Registered Nurse")) == "Registered Nurse"


def contact(*items: str) -> list[Run]:
    """Items with their separators, as the header has them."""
    runs = [Run(items[0])]
    for item in items[1:]:
        runs += [Run(" · "), Run(item)]
    return runs


def test_contact_items_are_whole(theme: Theme) -> None:
    """A place or a number never breaks inside; a line that fits is one line."""
    runs = contact("Duluth, Minnesota", "+1 218 555 0142", "ada@example.org")
    expected = "Duluth,~Minnesota · +1~218~555~0142 · ada@example.org"
    assert cared(theme, BlockKind.CONTACT, *runs) == expected


def test_a_contact_line_too_long_is_two_of_near_equal_length(theme: Theme) -> None:
    """The break takes the place of a separator, so that none dangles."""
    runs = contact(*(f"{letter * 18}.example.org" for letter in "abcdef"))
    lines = cared(theme, BlockKind.CONTACT, *runs).split("|")
    assert [line.count("·") for line in lines] == [2, 2]
    assert not any(line.strip().startswith("·") or line.strip().endswith("·") for line in lines)


def test_no_contact_item_stands_alone_where_two_could(theme: Theme) -> None:
    """Three lines of two items, rather than three, one and two of a shorter longest line."""
    runs = contact(
        "a" * 16, "b" * 14, *(c * n for c, n in (("c", 34), ("d", 46), ("e", 42), ("f", 36)))
    )
    lines = cared(theme, BlockKind.CONTACT, *runs).split("|")
    assert [line.count("·") for line in lines] == [1, 1, 1]


def test_what_is_online_has_a_line_of_its_own(theme: Theme) -> None:
    """Place and telephone on the first, rather than two lines of equal length."""
    online = [f"{letter * 20}.example.org" for letter in "abc"]
    runs = contact("Duluth, MN", "+1 218 555 0142", *online)
    runs = [replace(run, href=f"https://{run.text}") if "." in run.text else run for run in runs]
    first, *others = cared(theme, BlockKind.CONTACT, *runs).split("|")
    assert (first, len(others)) == ("Duluth,~MN · +1~218~555~0142", 1)


def test_what_is_online_mixes_as_little_as_it_can(theme: Theme) -> None:
    """Where not all of it has room on one line, one item stands with place and telephone."""
    online = [f"{letter * 18}.example.org" for letter in "abcd"]
    runs = contact("Duluth, MN", "+1 218 555 0142", *online)
    runs = [replace(run, href=f"https://{run.text}") if "." in run.text else run for run in runs]
    lines = cared(theme, BlockKind.CONTACT, *runs).split("|")
    assert [line.count("·") for line in lines] == [2, 2]


def test_a_line_below_the_contact_stays_below_it(theme: Theme) -> None:
    """However many lines the contact itself takes."""
    for items in (["a" * 16], [letter * 40 for letter in "abc"]):
        runs = (*contact(*items), Run(LINE_BREAK), *contact("Born: 1986", "Citizen: both"))
        *above, below = cared(theme, BlockKind.CONTACT, *runs).split("|")
        assert (len(above), below) == ((len(items) + 1) // 2, "Born:~1986 · Citizen:~both")


def test_a_contact_item_wider_than_the_page_has_its_own_line(theme: Theme) -> None:
    """It breaks inside; the others share a line as ever, and none is lost."""
    runs = contact("a" * 150 + " a", "b" * 10, "c" * 10)
    assert cared(theme, BlockKind.CONTACT, *runs) == f"{'a' * 150} a|{'b' * 10} · {'c' * 10}"


TITLE = "Kelp paper: grazing, recruitment and collapse in site cluster 33"
AUTHORS = "Castellanos, P., Rasmussen, J., Iturralde, X., Szabó, M.:"
TIED = "Castellanos,~P., Rasmussen,~J., Iturralde,~X., Szabó,~M.:"
INITIALS_LAST = "Castellanos P., Rasmussen J., Iturralde É., Szabó M.:"
INITIALS_TIED = "Castellanos~P., Rasmussen~J., Iturralde~É., Szabó~M.:"
GRAZING = "grazing and recruitment and collapse in cold water and all"


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        (
            f"{TITLE}, Journal of Cold Water Ecology 31(11)",
            f"{TITLE},|Journal of Cold Water Ecology~31(11)",
        ),
        (
            f"{TITLE} and elsewhere in Ecology, 2nd ed.",
            f"{TITLE} and elsewhere in|Ecology,~2nd~ed.",
        ),
        (
            f"Kelp, {GRAZING} that comes with it after 31",
            f"Kelp, {GRAZING} that comes|with~it~after~31",
        ),
        (
            f"{AUTHORS} Grazing of kelp in the winter storms",
            f"{TIED} Grazing of kelp in the|winter~storms",
        ),
        (
            f"{INITIALS_LAST} Grazing of kelp in the winter storms",
            f"{INITIALS_TIED} Grazing of kelp in the|winter~storms",
        ),
        (
            f"{TITLE} (tides, light and ice of the north)",
            f"{TITLE}|(tides, light and ice of~the~north)",
        ),
        (f"{TITLE} " * 2 + "and", f"{TITLE} {TITLE.replace(' 33', '~33')}~and"),
        ("Grazing in kelp", "Grazing in kelp"),
        ("x" * 90, "x" * 90),
    ],
)
def test_a_title_takes_words_down_to_its_date(theme: Theme, text: str, drawn: str) -> None:
    """Where the date has no room the text breaks at a comma, or keeps its last words for it."""
    leaf = block("x", BlockKind.LINE, text, "September 2023 – Present")
    shown = drawn_on_lines(leaf, theme)
    words = "".join(run.text for run in shown.text)
    assert words.replace("\u00a0", "~").replace(LINE_BREAK, "|") == drawn


def test_a_line_that_wraps_breaks_where_a_name_begins(theme: Theme) -> None:
    """Also where its date has room: an issuer is not cut in two."""
    text = (
        "Registered Nurse, Wisconsin (multistate compact license), Wisconsin Department of Safety "
        "and Professional Services"
    )
    shown = drawn_on_lines(block("x", BlockKind.LINE, text, "2011"), theme)
    drawn = "".join(run.text for run in shown.text).replace("\u00a0", " ")
    assert drawn == text.replace("license), ", f"license),{LINE_BREAK}")


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(
    ("title", "issuer"),
    [
        (
            "Diploma in Conservation of Paper and Parchment with Distinction",
            "School of Bookbinding, Printing and Paper",
        ),
        (
            "Licensed Professional Engineer in Electrical and Computer Engineering",
            "Minnesota Board of Architecture, Engineering and Land Surveying",
        ),
        (
            "Welding Inspector for Pressure Vessels and Pipework (CSWIP 3.1) at the shop",
            "The Welding Institute of Northern Lakes",
        ),
        (
            "Fellowship for the Study of Stratified Fjords and Glaciers II",
            "Research Council of Norway, Infrastructure (co-PI, 41 million NOK)",
        ),
    ],
)
def test_an_issuer_has_the_second_line(name: str, title: str, issuer: str) -> None:
    """In every theme, wherever its date stands, and although it has commas of its own."""
    theme = theme_named(name)
    line = block("x", BlockKind.LINE, title, "June 2016")
    line = replace(line, text=(Run(title), Run(", "), Run(issuer)))
    shown = drawn_on_lines(line, theme)
    drawn = "".join(run.text for run in shown.text).replace(NO_BREAK_SPACE, " ")
    assert drawn == f"{title},{LINE_BREAK}{issuer}"


def test_a_short_title_has_a_line_of_its_own(theme: Theme) -> None:
    """Over a journal with the pages, before which no line ends."""
    title = "Grain sorting and the age of bars"
    journal = "Journal of Wet Places 13(4), 109–121: with K. Lindqvist, J. Ortiz and C. Oak"
    line = block("x", BlockKind.LINE, (Run(title), Run(", "), Run(journal)), "June 2016")
    drawn = runs_text(drawn_on_lines(line, theme).text).replace(NO_BREAK_SPACE, " ")
    assert drawn == f"{title},{LINE_BREAK}{journal}"
    line = block("x", BlockKind.LINE, f"{title} that a river leaves in {journal}", "June 2016")
    assert "109" not in runs_text(drawn_on_lines(line, theme).text).partition(LINE_BREAK)[2][:3]


def test_a_name_in_bold_among_those_who_wrote_it_is_no_title(theme: Theme) -> None:
    """The comma behind it is the list's: no line ends there before the others."""
    title = ", Rebane P: Age of bars after a flood of the lower reach, "
    others = Run("Sand K, Ortiz J, Oak C, Lindqvist M, ")
    runs = (others, Run("Saar-Holm E", strong=True), Run(title))
    line = block("x", BlockKind.LINE, (*runs, Run("Annals of Wet Places 25(7), 163–171")), "2024")
    drawn = runs_text(drawn_on_lines(line, theme).text)
    assert f"E,{LINE_BREAK}" not in drawn


@pytest.mark.parametrize(
    ("language", "title", "comma", "issuer"),
    [
        (
            "ar",
            "شهادة إدارة سلامة الأغذية في سلاسل التبريد " * 2,
            "، ",
            "هيئة سلامة الغذاء والدواء",
        ),
        ("zh", "冷链食品安全与长途公路运输管理高级证书" * 2, "、", "中国物流标准协会江苏省分会"),
    ],
)
def test_an_issuer_has_the_second_line_after_other_commas(
    theme: Theme, language: str, title: str, comma: str, issuer: str
) -> None:
    """Also where no blank comes after the comma."""
    words = locale_words(language)
    drawn_with = theme_for(theme, words.script, frozenset(title + comma + issuer))
    line = block("x", BlockKind.LINE, title, "2016")
    line = replace(line, text=(Run(title.strip()), Run(comma), Run(issuer)))
    shown = drawn_on_lines(line, drawn_with)
    drawn = "".join(run.text for run in shown.text).replace(NO_BREAK_SPACE, " ")
    assert drawn == f"{title.strip()}{comma.strip()}{LINE_BREAK}{issuer}"


def test_no_word_stands_alone_beside_a_date(theme: Theme) -> None:
    """A text over two lines keeps its last words together, also where the date has room."""
    text = "Regulatory Affairs Manager, Biomechanical Instruments and Implants (Holdings) plc"
    line = block("b", BlockKind.BRIEF, text, "2013 – 2016")
    style = theme.styles[BlockKind.BRIEF]
    width_em = runs_width_em(line.text, style, theme) - 1
    width_pt = width_em * theme.step("normal").size_pt(style)
    drawn = drawn_on_lines(line, theme, width_pt)
    assert runs_text(drawn.text).endswith(f"(Holdings){NO_BREAK_SPACE}plc")


def test_an_aside_longer_than_a_line_is_text(theme: Theme) -> None:
    """Its words stand after the title's, on as many lines as they need."""
    aside = "whenever the tide and the committee allowed it, and for a while afterwards too " * 2
    leaf = drawn_on_lines(block("x", BlockKind.LINE, "Diver", aside), theme)
    assert leaf.aside == ()
    assert "".join(run.text for run in leaf.text) == f"Diver {aside.strip()}"


@pytest.mark.parametrize(
    ("written", "drawn"),
    [
        ("Growth 📈", "Growth"),
        ("🔥🔥 built it ✓", "built it ✓"),
        ("Won it 🎉, twice ☕.", "Won it, twice."),
        ("A 👩🏽‍🚀 flew 🇩🇪 home ❤️ safely", "A flew home safely"),
        ("Taught 中文 and مرحبا", "Taught ?? and ?????"),
        ("Loop ⇒ growth", "Loop ? growth"),
        ("☕", "?"),
        ("Ω Ж é → ½ €", "Ω Ж é → ½ €"),
        ("icon \ue0a0 font", "icon font"),
        ("Œuvre ✓\ufe0f", "Œuvre ✓"),
    ],
)
def test_what_no_font_can_draw(theme: Theme, written: str, drawn: str) -> None:
    """Pictures leave, with their blank; letters and signs leave a mark of what is missing."""
    assert "".join(run.text for run in make_drawable([Run(written)], theme)) == drawn


@pytest.mark.parametrize(
    ("written", "tidy"),
    [
        ("  two  blanks\tand\na line ", "two blanks and a line"),
        ("non\u2011breaking hy\u00adphen", "non-breaking hyphen"),
        ("1\u202f500 and 5\u2009%", "1\u00a0500 and 5 %"),
        ("\ufeffbell\x07 null\x00 \ud800half", "bell null half"),
        ("e\u0301te\u0301", "\u00e9t\u00e9"),
    ],
)
def test_text_is_tidied(written: str, tidy: str) -> None:
    """Blanks are single, characters without meaning leave, accents are one with their letter."""
    assert strip_controls(written) == tidy


def test_a_run_that_breaks_the_line_stays() -> None:
    """Lines are tidied one by one, and lines of nothing leave."""
    runs = [Run(text) for text in ("one ", "\u2028", " two\u2028three", "\u2028", " ", "\u2028")]
    assert [run.text for run in tidy_runs(runs)] == ["one", LINE_BREAK, "two three"]


@given(st.lists(st.text(max_size=12), max_size=5))
def test_tidying_twice_changes_nothing(texts: list[str]) -> None:
    """Tidied text is tidy, has no blank at either end, and no run is empty."""
    once = tidy_runs([Run(text) for text in texts])
    assert tidy_runs(once) == once
    assert all(run.text for run in once)
    whole = "".join(run.text for run in once)
    assert whole == whole.strip(" ")
    assert "  " not in whole


@given(st.text(alphabet="ab1 -–%.·", max_size=40), st.sampled_from(sorted(RESUME_KINDS)))
def test_words_stay_as_they_are(theme: Theme, text: str, kind: BlockKind) -> None:
    """Care changes blanks only, in every kind of leaf but the contact line."""
    if kind is not BlockKind.CONTACT:
        drawn = cared(theme, kind, Run(text)).replace("~", " ")
        text = text.upper() if theme.styles[kind].caps else text
        assert drawn == " ".join(text.split(" ")).strip() or drawn.split() == text.split()


@pytest.mark.parametrize(
    ("text", "upright"), [("Head of Łódź", False), ("Старший инженер", True), ("Μηχανικός", True)]
)
def test_italics_give_way_where_they_lack_letters(theme: Theme, text: str, upright: bool) -> None:
    """A title that the italic could draw only in part is upright as a whole, in both formats."""
    drawn = drawn_on_lines(block("x", BlockKind.ROLE, text), theme)
    assert theme.styles[BlockKind.ROLE].italic
    assert [run.emphasis for run in drawn.text] == [upright]


def test_a_word_a_little_longer_than_a_line_may_break(theme: Theme) -> None:
    """It is marked as soon as the line cannot hold it, and the words beside it are not."""
    style = theme.styles[BlockKind.BULLET]
    word = "pneumonoultramicroscopicsilicovolcanoconiosis"
    width_em = runs_width_em([Run(word)], style, theme)
    runs = [Run(f"of {word}")]
    for longest_em, marked in ((1.01 * width_em, []), (0.99 * width_em, [word])):
        parts = tear_long_words(runs, style, theme, longest_em)
        assert [run.text for run, is_long in parts if is_long] == marked


def test_a_long_word_breaks_at_its_hyphens(theme: Theme) -> None:
    """It breaks elsewhere only where what stands between two of them is longer than a line."""
    style = theme.styles[BlockKind.NAME]
    name = "Konstantinopolskaya-Featherstonehaugh"
    width_em = runs_width_em([Run(name)], style, theme)
    for share, marked in ((0.6, []), (0.4, [name])):
        parts = tear_long_words([Run(f"Ada {name}")], style, theme, share * width_em)
        assert [run.text for run, is_long in parts if is_long] == marked
