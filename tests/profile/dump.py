"""A profile as a few lines, for a person to compare; what is absent or usual is not shown."""

from lapel.profile.model import Date, Entry, Highlight, Organisation, Profile, SkillGroup, Text


def dump(profile: Profile) -> str:
    """Basics, summaries, entries with their highlights, and skills."""
    basics = profile.basics
    facts = {
        "label": _text(basics.label),
        "email": basics.email,
        "phone": basics.phone,
        "url": basics.url,
        "location": basics.location,
        "street": basics.street,
        "postal code": basics.postal_code,
        "country": basics.country_code,
        "language": profile.language if profile.language != "en" else "",
    }
    lines = [f"{basics.name.markdown}{_facts(facts)}"]
    lines += [f"link {link.label} → {link.url}" for link in basics.links]
    for summary in profile.summaries:
        facts = {"tags": ", ".join(summary.tags), "weight": _weight(summary.weight)}
        lines.append(f"{summary.id}: {summary.text.markdown}{_facts(facts)}")
    for entry in profile.entries:
        lines += _entry(entry)
    lines += [_skill(skill) for skill in profile.skills]
    return "\n".join(lines)


def _entry(entry: Entry) -> list[str]:
    facts = {
        "at": _organisation(entry.organisation),
        "section": entry.custom_section,
        "from": _date(entry.start),
        "to": _date(entry.end),
        "in": entry.location,
        "url": entry.url,
        "summary": _text(entry.summary),
        "detail": _text(entry.detail),
        "by": _text(entry.authors),
        "keywords": ", ".join(keyword.markdown for keyword in entry.keywords),
        "aliases": ", ".join(entry.aliases),
        "tags": ", ".join(entry.tags),
        "weight": _weight(entry.weight),
        "hidden": "yes" if entry.hidden else "",
    }
    head = f"{entry.section} {entry.id}: {entry.title.markdown}{_facts(facts)}"
    return [head, *(f"  {_highlight(highlight)}" for highlight in entry.highlights)]


def _highlight(highlight: Highlight) -> str:
    facts = {
        "tags": ", ".join(highlight.tags),
        "weight": _weight(highlight.weight),
        "hidden": "yes" if highlight.hidden else "",
        **{f"as {wording.name}": wording.text.markdown for wording in highlight.wordings},
        "letter": _text(highlight.letter),
        "lists": "yes" if highlight.lists else "",
    }
    return f"{highlight.id}: {highlight.text.markdown}{_facts(facts)}"


def _skill(skill: SkillGroup) -> str:
    facts = {
        "level": skill.level,
        "keywords": ", ".join(keyword.markdown for keyword in skill.keywords),
        "tags": ", ".join(skill.tags),
        "weight": _weight(skill.weight),
        "hidden": "yes" if skill.hidden else "",
    }
    return f"{skill.id}: {skill.name.markdown}{_facts(facts)}"


def _organisation(organisation: Organisation | None) -> str:
    if organisation is None:
        return ""
    facts = {
        "aliases": ", ".join(organisation.aliases),
        "in": organisation.location,
        "url": organisation.url,
        "about": _text(organisation.description),
    }
    return f"{organisation.name.markdown} ({organisation.id}){_facts(facts)}"


def _date(date: Date | None) -> str:
    if date is None:
        return ""
    if date.present:
        return "present"
    if date.year is None:
        return f"“{date.written}”"
    parts = (part for part in (date.year, date.month, date.day) if part)
    return "-".join(f"{part:02}" for part in parts)


def _facts(facts: dict[str, str]) -> str:
    shown = [f"{name} {value}" for name, value in facts.items() if value]
    return f" [{'; '.join(shown)}]" if shown else ""


def _text(text: Text | None) -> str:
    return text.markdown if text else ""


def _weight(weight: float) -> str:
    return "" if weight == 1 else f"{weight:g}"
