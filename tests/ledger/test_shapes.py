"""The documented JSON shapes hold: schema files are current, and what is printed keeps to them."""

import json
import os
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner

import lapel.ledger
from lapel.checks.views import checked_view
from lapel.cli.main import main
from lapel.ledger.model import Ledger
from lapel.ledger.serialising import json_schema, ledger_from_json, to_json
from tests.quick import one_quick
from tests.samples import NAMES, ROOT, tailored

SCHEMAS = Path(lapel.ledger.__file__).parent / "schemas"


@pytest.mark.parametrize("shape", ["explain", "tailor"])
def test_schema_in_the_package_is_current(shape: str) -> None:
    """`lapel schema SHAPE` prints what lies in the package; write it there after a change."""
    printed = CliRunner().invoke(main, ["schema", shape]).stdout
    assert (SCHEMAS / f"{shape}.schema.json").read_text() == printed


@pytest.mark.parametrize("name", one_quick(NAMES))
def test_what_tailor_prints_keeps_to_its_schema(name: str) -> None:
    """Every sample's line is a valid instance."""
    schema = json.loads((SCHEMAS / "tailor.schema.json").read_text())
    jsonschema.validate(tailored(name).view, schema)


@pytest.mark.parametrize("name", one_quick(NAMES))
def test_what_explain_prints_keeps_to_its_schema(name: str) -> None:
    """Every sample's account is a valid instance, highlights best first."""
    schema = json.loads((SCHEMAS / "explain.schema.json").read_text())
    job = ROOT / "jobs" / f"{name}.md"
    printed = json.loads(CliRunner().invoke(main, ["explain", str(job), "--json"]).stdout)
    jsonschema.validate(printed, schema)
    for requirement in printed["requirements"]:
        if requirement["held"]:
            assert requirement["evidence"] != "none"
        scores = [highlight["score"] for highlight in requirement["highlights"]]
        assert scores == sorted(scores, reverse=True)


def test_ledger_reads_back_as_it_was_written() -> None:
    """The ledger's JSON gives the same ledger again; anything else gives none."""
    ledger = tailored(NAMES[0]).ledger
    jsonschema.validate(ledger, json_schema(Ledger))
    read = ledger_from_json(json.dumps(ledger))
    assert read is not None
    assert json.loads(to_json(read)) == ledger
    assert ledger_from_json("{}") is ledger_from_json("{") is None


def test_a_name_that_is_no_text_is_written_all_the_same() -> None:
    """A file's name may hold bytes that are no UTF-8; programs that read JSON want text."""
    view = checked_view([os.fsdecode(b"jobs/caf\xe9.md")], (), ())
    assert json.loads(to_json(view))["files"] == [r"jobs/caf\udce9.md"]
