"""The words of the data files: each means one thing, and is spelled as it is compared."""

from collections import Counter

import pytest

from lapel.job.words.headings import heading_name, is_posting_heading, meant_heading, topic_of
from lapel.job.words.topics import Topic
from lapel.job.words.vocabulary import without_accents
from lapel.text.data import read_data


def test_each_name_belongs_to_one_topic() -> None:
    """No name of a heading is claimed by two topics."""
    topics = read_data("lapel.job.words", "headings.yaml")["topics"].values()
    counted = Counter(name for topic in topics for name in topic["names"])
    assert [name for name, count in counted.items() if count > 1] == []


def test_each_name_is_spelled_as_it_is_compared() -> None:
    """A name that could never be met is a slip in the data."""
    data = read_data("lapel.job.words", "headings.yaml")
    names = [name for topic in data["topics"].values() for name in topic["names"]]
    names += [name for topic in data["topics"].values() for name in topic.get("in_notes", ())]
    names += [name for section in data["sections"].values() for name in section]
    names += [*data["weak"], *data["value_words"], *data["posting"]["names"]]
    assert [name for name in names if heading_name(name) != name] == []


def test_a_name_in_another_language_means_one_thing() -> None:
    """No name belongs to two topics, in whichever languages, nor to another one in English."""
    topics: dict[str, set[str]] = {}
    for topic, entry in read_data("lapel.job.words", "headings.yaml")["topics"].items():
        for name in entry["names"]:
            topics.setdefault(name, set()).add(topic)
    for language in read_data("lapel.job.words", "headings_by_language.yaml").values():
        for key, names in language.items():
            for name in names if key not in ("sections", "kept") else ():
                assert heading_name(name) == name
                topics.setdefault(without_accents(name), set()).add(key)
    assert {name: found for name, found in topics.items() if len(found) > 1} == {}


@pytest.mark.parametrize(
    ("title", "topic"),
    [
        ("Persönlicher Bezug", Topic.CONNECTION),
        ("Punkte fürs Anschreiben", Topic.LETTER_POINT),
        ("Compétences à mettre en avant :", Topic.EMPHASIS),
        ("À propos de l’entreprise", Topic.COMPANY_DETAILS),
        ("Descripción del puesto", Topic.DESCRIPTION),
        ("応募職種", Topic.POSITION),
        ("🏢 **COMPANY NAME:**", Topic.COMPANY),
        ("3) The Position", None),
        ("My notes", Topic.NOTES),
        ("Key Skills Emphasized", Topic.EMPHASIS),
        ("Skills to be highlighted (top 5)", Topic.EMPHASIS),
        ("Strengths to showcase", Topic.EMPHASIS),
        ("Required skills", None),
        ("Cover Letter Points to Emphasize", Topic.LETTER_POINT),
        ("Key points for the letter", Topic.LETTER_POINT),
        ("Résumé bullets to tweak", Topic.HINT),
        ("Resume customisation ideas", Topic.IDEA),
        ("Ideas for tailoring my CV", Topic.IDEA),
        ("Personal connection to the company", Topic.CONNECTION),
        ("companyDetails", Topic.COMPANY_DETAILS),
        ("application_date", Topic.APPLICATION_DATE),
        ("Link to job posting & notes on it", None),
    ],
)
def test_a_heading_is_known_by_its_words(title: str, topic: Topic | None) -> None:
    """Case, marks, numbers, emoji, brackets and articles do not matter, words do."""
    assert topic_of(title) is topic


@pytest.mark.parametrize(
    ("topic", "titles"),
    [
        (
            Topic.EMPHASIS,
            "Stuff to push; To hit on; What I should bring out; Points I need to get across; "
            "Wins to brag about; Want on the résumé; Has to be on my CV; Put in; "
            "What I want the panel to notice; Things I'd like them to know about me; "
            "What they should see; Skills I must mention; Things to show on my CV",
        ),
        (
            Topic.HINT,
            "Which job says what; For each job; What to say for each role; Per school; "
            "Ward by ward; Place by place; What goes where",
        ),
        (
            Topic.LETTER_POINT,
            "Covering note; Cover note points; Letter bits; Stuff for the letter",
        ),
        (
            Topic.CONNECTION,
            "Why this hospital; Why here; What draws me there; How I know them; My link to them",
        ),
        (Topic.NOTES, "me; MY BIT; My side; Mine; Note to self; My thoughts; For me"),
        (
            None,
            "What to include; What to expect; What to bring; Skills you'll use; Skills I lack; "
            "Why us; What we want to see; Questions to ask; By appointment; What I can do",
        ),
    ],
)
def test_the_persons_own_parts_are_known_by_what_is_said(topic: Topic | None, titles: str) -> None:
    """A name that is a phrase means its topic, whichever of the usual words it is made of."""
    found = {title: topic_of(title) for title in titles.split("; ")}
    assert found == dict.fromkeys(found, topic)


@pytest.mark.parametrize("title", ["What you'll do", "Nice to Have", "Who we are looking for"])
def test_an_employers_heading_is_known(title: str) -> None:
    """What addresses the reader or says "we" is an employer's heading."""
    assert is_posting_heading(title)


@pytest.mark.parametrize("title", ["Interview questions", "Things I wonder", "Timeline"])
def test_an_applicants_own_heading_is_not_the_employers(title: str) -> None:
    """A person's own headings never become the employer's text."""
    assert not is_posting_heading(title)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Compnay", "company"),
        ("Postion", "position"),
        ("Job Discription", "job description"),
        ("Nots", "notes"),
        ("Personal conection", "personal connection"),
        ("Recruter", "recruiter"),
    ],
)
def test_a_slip_of_the_keys_is_read_as_meant(typed: str, meant: str) -> None:
    """One wrong, missing, doubled or swapped letter, and two in a long heading."""
    assert meant_heading(typed) == meant


@pytest.mark.parametrize(
    "title",
    [
        "Contract",
        "Practices",
        "Stages",
        "Hosting",
        "Roles",
        "Costs",
        "Votes",
        "Companion",
        "Schools",
        "Lifting",
        "Requirments",
        "Education",
        "Contacted",
        "Not",
        "Drop",
    ],
)
def test_another_word_is_no_slip(title: str) -> None:
    """What an employer writes, a section of the resume or a word of its own stays what it is."""
    assert meant_heading(title) is None
