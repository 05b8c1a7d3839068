"""What people call the parts of a resume: "certs", "schooling", "volunteer work"."""

import re

from lapel.profile.model import SectionKind
from lapel.text.regexes import regex

SUMMARY = "summary"
PREFIX = "section/"
"""Before the name of a section, in ids."""

_CALLED = {
    SectionKind.WORK: "work, work experience, work history, experience, employment, jobs, roles, "
    "all jobs, all roles, career, berufserfahrung, stationen, expérience, expériences, experiencia",
    SectionKind.EDUCATION: "education, schooling, schools, studies, degrees, ausbildung, studium, "
    "bildung, formation, formations, études, formación, estudios, istruzione, opleiding",
    SectionKind.VOLUNTEER: "volunteer, volunteer work, volunteering, voluntary work, "
    "community work, ehrenamt, bénévolat, voluntariado, volontariato, vrijwilligerswerk",
    SectionKind.PROJECTS: "projects, all projects, side projects, projekte, projets, proyectos",
    SectionKind.CERTIFICATES: "certificates, certifications, certs, licences, licenses, tickets, "
    "licences and certificates, zertifikate, certificats, certificados",
    SectionKind.PUBLICATIONS: "publications, papers, articles, veröffentlichungen, publikationen",
    SectionKind.AWARDS: "awards, prizes, honours, honors, auszeichnungen, preise, prix, premios",
    SectionKind.SKILLS: "skills, skill list, competencies, kenntnisse, fähigkeiten, compétences",
    SectionKind.LANGUAGES: "languages, sprachen, sprachkenntnisse, langues, idiomas",
    SectionKind.INTERESTS: "interests, hobbies, interessen, loisirs",
}
_ASKED = {
    SectionKind.EDUCATION: "degrees, academic background, educational background, formal "
    "education, academic credentials, academic qualifications",
    SectionKind.VOLUNTEER: "volunteer, volunteering, volunteer work, volunteer roles, volunteer "
    "experience, volunteerism, voluntary work, community volunteering, unpaid work",
    SectionKind.PROJECTS: "side projects, personal projects, own projects, side project, "
    "hobby projects, portfolio projects",
    SectionKind.CERTIFICATES: "certifications, certificates, certs, certification, professional "
    "certifications, industry certifications, technical certifications, professional licenses, "
    "professional licences, licenses and certifications, certifications and licenses, "
    "certificates and licenses, credentials, professional credentials",
    SectionKind.PUBLICATIONS: "publications, publication, academic publications, scientific "
    "publications, research publications, peer-reviewed publications, publication record, "
    "publication history, published papers, published work, published articles, journal articles",
    SectionKind.AWARDS: "awards, honors, honours, prizes, awards and honors, awards and honours, "
    "honors and awards, honours and awards, awards and recognition, recognition and awards",
    SectionKind.LANGUAGES: "languages, language, language skills, foreign languages, foreign "
    "language skills, spoken languages, multilingual, multilingual skills, multilingualism",
}
"""What a wish for all that a section holds is called, where it can mean nothing else: "articles"
and "tickets" are also what somebody wrote and closed.
"""
_ASKED_KINDS = {asked: kind for kind, names in _ASKED.items() for asked in names.split(", ")}
_KINDS = {called: kind for kind, names in _CALLED.items() for called in names.split(", ")}
_SUMMARIES = frozenset(
    {"summary", "summaries", "the profile", "intro", "introduction", "objective", "profil"}
)
_AROUND = regex(
    r"^(?:the|my|all|any|all the|all my|die|der|das|le|la|les|el|los|las)\s+"
    r"|\s+(?:section|part|block|list|stuff|at all)$",
    re.IGNORECASE,
)


def section_called(words: str) -> str | None:
    """The section that words are nothing but the name of: a ``SectionKind``'s value or
    ``SUMMARY``, None where they name something else.
    """
    said = words.strip(" .,:;").casefold()
    if said in _SUMMARIES:
        return SUMMARY
    bare = _AROUND.sub("", _AROUND.sub("", said))
    if bare in _SUMMARIES:
        return SUMMARY
    kind = _KINDS.get(bare)
    return kind.value if kind is not None else None


def section_asked(phrase: str) -> SectionKind | None:
    """The section of which a phrase asks all there is: "academic publications", "volunteering"."""
    said = phrase.strip(" .,:;").casefold().removeprefix("my ")
    return _ASKED_KINDS.get(said.removeprefix("relevant "))


def without_section(words: str) -> str:
    """Words without a section's name around them: "the clinic volunteering" is the clinic."""
    parts = words.split()
    while parts and _names(parts[-1]):
        parts = parts[:-1]
    return " ".join(parts)


def _names(word: str) -> bool:
    said = word.casefold()
    forms = (said, f"{said}s", f"{said}es")
    return any(form in _KINDS for form in forms) or said in _SUMMARIES
