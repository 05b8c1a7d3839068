"""Texts that would be more than texts stay texts, in every field of every file."""

import pytest
from playwright.sync_api import expect

from tests.preview.browser import Preview, Watched
from tests.preview.conftest import NewPage

EVIL = "<script>evil()</script>\"'><img src=x onerror=evil()>{{7*7}}${7*7}\u202eolleh\u2066"
QUOTED = EVIL.replace("\\", "\\\\").replace('"', '\\"')

PROFILE = f"""\
basics: {{name: "Ines", label: "{QUOTED}", email: "x@example.com"}}
summary: "{QUOTED}"
work:
  - id: mill
    name: "Mill {QUOTED}"
    position: "Baker {QUOTED}"
    startDate: 2021-02
    highlights:
      - id: crew
        text: "Led {QUOTED}"
        tags: ["{QUOTED}"]
        wordings: {{"<i>": "Led it {QUOTED}"}}
      - {{id: rye, text: "Developed {QUOTED}"}}
skills:
  - {{name: "{QUOTED}", keywords: ["{QUOTED}"]}}
"""
JOB = f"""\
## Company
Hearth {EVIL}

## Position
Baker {EVIL}

## Unknown {EVIL}
{EVIL}

## Notes
- Key skills to emphasize:
  - {EVIL}
- Resume bullet points to highlight:
  - Work experience:
    - Mill: {EVIL}
"""


@pytest.mark.slow
def test_they_are_shown_and_do_nothing(preview: Preview, new_page: NewPage) -> None:
    preview.desk.lay(PROFILE, JOB)
    watched = new_page()
    page = watched.page
    page.add_init_script("window.evil = () => { window.wasEvil = true; }")
    watched.open(preview)
    expect(page.locator("h1")).to_contain_text("<script>evil()</script>")
    expect(page.locator("#contract")).to_contain_text("<img src=x onerror=evil()>")
    expect(page.locator("#warnings")).to_contain_text("evil()")
    page.locator("button.spot").first.click()
    expect(page.locator("#card-title")).to_contain_text("<script>evil()</script>")
    page.locator("#card").get_by_role("button", name="Drop").hover()
    expect(page.locator("#card-effect")).to_contain_text("change")
    page.locator("#card").get_by_role("button", name="Drop").click()
    expect(page.locator("#status")).to_contain_text("evil")
    page.get_by_role("button", name="As a parser").click()
    expect(page.locator("#parsed")).to_contain_text("evil()")
    assert page.evaluate("window.wasEvil") is None
    assert page.locator("img[src=x], main script, #card script").count() == 0


@pytest.mark.slow
def test_they_do_nothing_in_an_error_either(preview: Preview, new_page: NewPage) -> None:
    watched = new_page()
    watched.open(preview)
    preview.desk.lay(f'basics: {{name: "x"}}\nwork: [\n  {EVIL}\n', JOB)
    expect(watched.page.locator("#problems")).to_contain_text("<img src=x")
    assert watched.page.locator("img[src=x]").count() == 0


@pytest.mark.slow
def test_what_stands_right_to_left_turns_nothing_around_it(page: Watched, preview: Preview) -> None:
    preview.desk.lay(job=JOB)
    title = page.page.locator("h1 bdi")
    expect(title).to_contain_text("onerror")
    expect(title).to_have_css("unicode-bidi", "isolate")
