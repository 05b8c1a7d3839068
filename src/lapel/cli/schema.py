"""`lapel schema`: the JSON Schema of one of lapel's shapes."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from lapel.checks.views import CheckedView
from lapel.cli.values import OneOf
from lapel.job.schema import job_json_schema
from lapel.ledger.explained import Explained
from lapel.ledger.serialising import json_schema
from lapel.ledger.views import LetterView, TailoredView
from lapel.profile.json_schema import profile_json_schema
from lapel.theme.file import theme_json_schema
from lapel.workspace import settings_json_schema

FILES: dict[str, Callable[[], dict[str, Any]]] = {
    "profile": profile_json_schema,
    "job": job_json_schema,
    "theme": theme_json_schema,
    "workspace": settings_json_schema,
}
SHAPES: dict[str, Callable[[], dict[str, Any]]] = {
    **FILES,
    "explain": lambda: json_schema(Explained),
    "tailor": lambda: json_schema(TailoredView),
    "letter": lambda: json_schema(LetterView),
    "check": lambda: json_schema(CheckedView),
}


@click.command()
@click.argument("shape", metavar="SHAPE", type=OneOf(tuple(SHAPES)))
def command(shape: str) -> None:
    """Print the JSON Schema of SHAPE: profile, job (a job file in YAML), theme (a theme.yaml) or
    workspace (a lapel.yaml); explain, tailor, letter or check for what that command prints with
    `--json`.
    """
    click.echo(schema_text(shape))


def schema_file(shape: str) -> Path:
    """Return where a workspace has the schema of a kind of file, for editors."""
    return Path(".lapel", f"{shape}.schema.json")


def schema_text(shape: str) -> str:
    """Return the JSON Schema of one of ``SHAPES``."""
    return json.dumps(SHAPES[shape](), indent=2, ensure_ascii=False)
