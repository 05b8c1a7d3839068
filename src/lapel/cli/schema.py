"""`lapel schema`: the JSON Schema of one of lapel's shapes."""

import json
from collections.abc import Callable
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

SHAPES: dict[str, Callable[[], dict[str, Any]]] = {
    "profile": profile_json_schema,
    "job": job_json_schema,
    "theme": theme_json_schema,
    "explain": lambda: json_schema(Explained),
    "tailor": lambda: json_schema(TailoredView),
    "letter": lambda: json_schema(LetterView),
    "check": lambda: json_schema(CheckedView),
}


@click.command(short_help="Print a JSON Schema.")
@click.argument("shape", metavar="SHAPE", type=OneOf(tuple(SHAPES)))
def command(shape: str) -> None:
    """Print the JSON Schema of SHAPE: profile, job (a job file in YAML) or theme (a theme.yaml);
    explain, tailor, letter or check for what that command prints with `--json`.
    """
    click.echo(json.dumps(SHAPES[shape](), indent=2, ensure_ascii=False))
