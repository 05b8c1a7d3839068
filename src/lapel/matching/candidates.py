"""The candidates: every text of a profile that can answer a requirement."""

from collections.abc import Iterator

from lapel.matching.model import Candidate, CandidateKind
from lapel.profile.ids import FEWEST_WORDS, telling_words, wording_id, words_of_id
from lapel.profile.model import Entry, Highlight, Profile, SectionKind, SkillGroup
from lapel.text.inline import plain_text


def list_candidates(profile: Profile) -> tuple[Candidate, ...]:
    """List every candidate in the profile's order: summaries, entries with bullets, skills."""
    return (
        *(
            Candidate(
                summary.id,
                CandidateKind.SUMMARY,
                "",
                summary.text.plain,
                summary.tags,
                summary.text.place,
            )
            for summary in profile.summaries
        ),
        *(
            c
            for entry in profile.entries
            if not entry.hidden
            for c in _list_entry_candidates(entry)
        ),
        *(_make_skill_candidate(group) for group in profile.skills if not group.hidden),
    )


def _list_entry_candidates(entry: Entry) -> Iterator[Candidate]:
    kind = CandidateKind.ROLE if entry.section is SectionKind.WORK else CandidateKind.ENTRY
    tags = (*entry.tags, *(keyword.plain for keyword in entry.keywords))
    if entry.custom_section:
        tags = (*tags, entry.custom_section)  # "grants" asks for what stands under Grants
    line, place = entry_line(entry), entry.title.place
    yield Candidate(entry.id, kind, entry.id, line, tags, place, section=entry.section)
    for highlight in entry.highlights:
        if not highlight.hidden:
            yield from _list_highlight_candidates(entry, highlight)


def _list_highlight_candidates(entry: Entry, highlight: Highlight) -> Iterator[Candidate]:
    called = _words_of_chosen_id(highlight)
    yield Candidate(
        highlight.id,
        CandidateKind.HIGHLIGHT,
        entry.id,
        highlight.text.plain,
        highlight.tags,
        highlight.text.place,
        called,
        lists=highlight.lists,
    )
    for wording in highlight.wordings:
        yield Candidate(
            wording_id(highlight.id, wording.name),
            CandidateKind.WORDING,
            entry.id,
            wording.text.plain,
            highlight.tags,
            wording.text.place,
            called,
        )


def _words_of_chosen_id(highlight: Highlight) -> str:
    """Return the words of a bullet's id if its author chose it, "" if its text made it."""
    name = words_of_id(highlight.id)
    words, said = name.split(), telling_words(highlight.text.plain)
    made = len(words) >= min(FEWEST_WORDS, len(said)) and words == said[: len(words)]
    letters = any(word.isalpha() and len(word) > 2 for word in words)
    return name if letters and not made else ""


def entry_line(entry: Entry) -> str:
    """Return an entry's own line as plain text: title, organisation, summary, detail."""
    parts = [entry.title.markdown]
    if entry.organisation is not None and not entry.is_untitled:
        parts.append(entry.organisation.name.markdown)
    if entry.summary is not None:
        parts.append(entry.summary.markdown)
    if entry.detail is not None:
        parts.append(entry.detail.markdown)
    return plain_text("; ".join(part for part in parts if part))


def _make_skill_candidate(group: SkillGroup) -> Candidate:
    words = ", ".join(keyword.markdown for keyword in group.keywords)
    text = f"{group.name.markdown}: {words}" if words else group.name.markdown
    return Candidate(
        group.id, CandidateKind.SKILL, "", plain_text(text), group.tags, group.name.place
    )
