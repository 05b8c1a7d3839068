"""The options of one run: what a person asks for, and which source wins."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from msgspec import Struct

from lapel.job.model import Job
from lapel.letter.model import MOST_WORDS
from lapel.locale.days import read_day
from lapel.locale.words import tag_of
from lapel.matching.asked.noted import noted_looks, noted_pages
from lapel.profile.experience import years_of_work
from lapel.profile.model import Profile
from lapel.profile.places import home_country
from lapel.source.diagnostics import Diagnostic, Severity
from lapel.store.formats import USUAL_FORMATS
from lapel.workspace import Workspace

LETTER_COUNTRIES = frozenset({"US", "CA", "MX", "PH", "CL", "CO", "VE", "CR", "GT", "PA", "DO"})
"""Countries whose usual paper is Letter (CLDR supplemental data, paper size)."""
REGION_LENGTH = 2
YEARS_FOR_TWO_PAGES = 12
DOCUMENTS = ("resume", "letter")


class Request(Struct, frozen=True):
    """What the command line and the environment ask for; None for what they leave open."""

    profile: str | None = None
    pages: int | None = None
    theme: str | None = None
    paper: str | None = None
    language: str | None = None
    formats: tuple[str, ...] | None = None
    output: Path | None = None
    personal: bool | None = None
    public: bool = False
    only: str | None = None
    letter_date: date | None = None
    letter_words: int | None = None
    combined: bool = False
    reference: Path | None = None


class Options(Struct, frozen=True):
    """The options of one job once every source was asked in turn. ``grows`` allows more pages where
    they are needed; ``pages_unasked`` says that neither an option nor a note gives a number.
    """

    pages: int
    grows: bool
    pages_unasked: bool
    paper: str
    formats: tuple[str, ...]
    personal: bool
    public: bool
    documents: tuple[str, ...]
    letter_words: int
    letter_date: date | None
    date_is_asked: bool
    combined: bool


def settle_options(job: Job, profile: Profile, request: Request, workspace: Workspace) -> Options:
    """Settle each option by the first source that has it: command, job file, ``lapel.yaml``,
    default. What the notes ask for ranks between the job file's settings and ``lapel.yaml``; a page
    count there may grow where required content needs it.
    """
    settings = job.settings
    asked = request.pages or settings.pages
    noted = noted_pages(job) if asked is None else None
    asked = asked or (None if noted else workspace.settings.pages)
    usual = 2 if years_of_work(profile, job.applied_on) > YEARS_FOR_TWO_PAGES else 1
    country = home_country(profile.basics.country_code, profile.basics.phone)
    language = language_of(job, request, workspace) or profile.language
    paper = "letter" if (country or _find_region(language)) in LETTER_COUNTRIES else "a4"
    in_job = settings.paper or noted_looks(job).get("paper")
    personal = (request.personal, settings.personal, workspace.settings.personal)
    in_settings = read_day(settings.date.text) if settings.date else None
    return Options(
        pages=asked or noted or usual,
        grows=asked is None,
        pages_unasked=asked is None and noted is None,
        paper=request.paper
        or (in_job.text.lower() if in_job else workspace.settings.paper)
        or paper,
        formats=request.formats or workspace.settings.formats or USUAL_FORMATS,
        personal=next((asked for asked in personal if asked is not None), False),
        public=request.public,
        documents=_choose_documents(request),
        letter_words=request.letter_words or settings.words or MOST_WORDS,
        letter_date=request.letter_date or in_settings or job.applied_on,
        date_is_asked=request.letter_date is not None,
        combined=request.combined,
    )


def language_of(job: Job | None, request: Request, workspace: Workspace) -> str | None:
    """Return the documents' language from the command, the job file or ``lapel.yaml``."""
    in_job = (job.settings.language or noted_looks(job).get("language")) if job else None
    said = request.language or (in_job.text if in_job else workspace.settings.language)
    return tag_of(said) if said else said


def _find_region(language: str) -> str:
    """Return the country whose customs a language's tag stands for; America's for plain English,
    "" for another language without one.
    """
    primary, *others = language.replace("_", "-").split("-")
    region = next((part.upper() for part in others if len(part) == REGION_LENGTH), "")
    return region or ("US" if primary.lower() == "en" else "")


def _choose_documents(request: Request) -> tuple[str, ...]:
    """Return the documents to make: the one asked for, else both; a public resume has no letter."""
    if request.only:
        return (request.only,)
    return ("resume",) if request.public else DOCUMENTS


def nothing_to_combine(options: Options) -> Iterator[Diagnostic]:
    """Warn where one PDF of letter and resume is asked for, but only one of them is made."""
    if options.combined and len(options.documents) < len(DOCUMENTS):
        why = "a public resume goes without a letter" if options.public else "only one is asked for"
        message = f"there is no PDF of letter and resume, since {why}"
        help = "leave --combined out, or what excludes it"
        yield Diagnostic("nothing-to-combine", Severity.WARNING, message, help=help)
