"""Reading a job in Markdown: its blocks, their topics, and what stands under no known heading."""

from lapel.job.assembling import Reading, assemble
from lapel.job.markup.lines import Comment, hide_comments
from lapel.job.markup.mail import hide_mail_heads, senders, subjects
from lapel.job.markup.markdown import parse_markdown
from lapel.job.markup.other_marks import with_links, without_drawers
from lapel.job.model import Job
from lapel.job.outline.misspelt import outline_as_meant
from lapel.job.problems import report_too_long, warn_of_only_posting, warn_of_unclosed
from lapel.job.settings.front_matter import read_front_matter
from lapel.job.settings.stated import as_mapping, with_stated
from lapel.job.unclaimed.asked import with_asked_points
from lapel.job.unclaimed.between import hide_remarks, with_hidden
from lapel.job.unclaimed.connection import with_answers, with_connection, with_told_ties
from lapel.job.unclaimed.errands import with_errands
from lapel.job.unclaimed.facts import with_facts
from lapel.job.unclaimed.head import company_of, read_values, split_head
from lapel.job.unclaimed.loose import with_loose_notes
from lapel.job.unclaimed.own_headings import with_own_notes, with_own_skills
from lapel.job.unclaimed.parted import with_notes_below
from lapel.job.unclaimed.posting import (
    as_posting,
    is_only_posting,
    with_beginning,
    with_told_posting,
    without_head,
)
from lapel.job.unclaimed.remarks import quoted_lines, with_remarks
from lapel.job.unclaimed.selling import with_skills
from lapel.job.unclaimed.values import with_settings
from lapel.source.diagnostics import Outcome
from lapel.source.source import Source
from lapel.source.structured import report_conflict


def read_markdown_job(source: Source) -> Outcome[Job]:
    """Return the job in a Markdown file, and every problem in it.

    There is no job where a failed merge left two versions in the file, or where it is too long.
    """
    if (clash := report_conflict(source)) is not None:
        return Outcome(None, (clash,))
    front = read_front_matter(source)
    body = "\n".join(("",) * front.last_line + source.lines[front.last_line :])
    body, heads = hide_mail_heads(body)
    body, leads = with_links(body)
    body, drawers = without_drawers(body)
    text, comments = hide_comments(body)
    if long := report_too_long(source, text):
        return Outcome(None, long)
    hidden = hide_remarks(text)
    comments = (
        *comments,
        *hidden.words,
        *(Comment(said, line, line) for line, said in (*leads, *drawers)),
    )
    blocks, marks = parse_markdown(hidden.text)
    outlined, misspelt = outline_as_meant(source, blocks, front.blocks)
    quoted = quoted_lines(hidden.text.split("\n"))
    outlined = with_notes_below(without_head(outlined), source.lines, quoted)
    outlined = with_own_skills(with_answers(with_connection(outlined)))
    outlined, headline = split_head(outlined, subjects(source.lines, heads))
    outlined, headline = read_values(outlined, headline)
    outlined = with_settings(outlined)
    settings = with_stated(source, front.settings, as_mapping(source, outlined.stated))
    problems = [*front.diagnostics, *warn_of_unclosed(source, text, marks), *misspelt]
    problems += settings.diagnostics
    outlined, own = with_own_notes(source, outlined, company_of(outlined, headline))
    problems += own
    if is_only_posting(outlined):
        but = " but your remarks" if hidden.remarks else ""
        problems.append(warn_of_only_posting(source, outlined, but))
        outlined = as_posting(outlined, quoted)
    outlined = with_hidden(with_beginning(with_told_posting(outlined)), hidden.remarks)
    outlined, loose = with_loose_notes(source, outlined)
    problems += loose
    if not heads:  # mails quote, too
        outlined = with_remarks(outlined, quoted)
    outlined = with_facts(outlined)
    outlined = with_told_ties(outlined, company_of(outlined, headline))
    outlined, errands = with_errands(source, with_skills(with_asked_points(outlined)))
    problems += errands
    return assemble(
        Reading(
            source,
            outlined,
            keys=front.keys,
            comments=(*front.comments, *heads, *comments),
            marks=marks.lines | frozenset(range(1, front.last_line + 1)),
            settings=settings.value or front.settings,
            diagnostics=tuple(problems),
            headline=headline,
            senders=senders(source.lines, heads),
        )
    )
