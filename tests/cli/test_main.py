"""The command's own behaviour: help, start, exit codes, wrong commands, interruptions."""

import os
import signal
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from lapel.cli import commands
from lapel.cli.console import cache_folder
from lapel.cli.doctor import pango_line
from lapel.cli.exit_codes import MEANINGS, ExitCode
from lapel.cli.main import COMMANDS, main
from tests.patience import PATIENCE_S
from tests.quick import one_quick

HEAVY = (
    "weasyprint",
    "docx",
    "numpy",
    "highspy",
    "pydantic",
    "jinja2",
    "yaml",
    "fontTools",
    "starlette",
    "uvicorn",
    "importlib.metadata",
    "difflib",
)


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run lapel as a process of its own."""
    line = [sys.executable, "-m", "lapel", *arguments]
    return subprocess.run(line, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("arguments", [("--help",), ("-h",), ()])
def test_help_names_every_command_and_exit_code(arguments: tuple[str, ...]) -> None:
    """Help shows all commands with a line each and what the exit codes mean."""
    result = CliRunner().invoke(main, arguments)
    assert all(f"  {name}  " in result.output for name in COMMANDS)
    assert all(f"{code.value:<5}{MEANINGS[code]}" in result.output for code in ExitCode)


def test_help_starts_cheaply() -> None:
    """`lapel --help` loads nothing that only some command needs."""
    code = (
        "import sys\nfrom lapel.cli.main import main\n"
        "try: main(['--help'])\nexcept SystemExit: print('LOADED', *sys.modules)"
    )
    child = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = child.stdout.rpartition("LOADED ")[2].split()
    assert "click" in loaded
    assert [name for name in loaded if name in HEAVY] == []
    assert [name for name in loaded if name.startswith("lapel.cli.")] == [
        "lapel.cli.exit_codes",
        "lapel.cli.commands",
        "lapel.cli.main",
    ]


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_is_in_its_file(name: str) -> None:
    """Every command of the table exists, in the file of its name, and has a help of its own."""
    command = import_module(f"lapel.cli.{name}").command
    assert isinstance(command, click.Command)
    assert command.help
    result = CliRunner().invoke(main, [name, "--help"])
    assert result.exit_code == ExitCode.DONE
    assert result.output.startswith(f"Usage: main {name} ")


def test_version() -> None:
    """`lapel --version` says its name and version and nothing else."""
    child = run("--version")
    assert (child.returncode, child.stderr) == (0, "")
    assert child.stdout.split()[0] == "lapel"
    assert child.stdout.count("\n") == 1


@pytest.mark.parametrize(
    ("typed", "help"),
    [
        ("tialor", "did you mean 'tailor'?"),
        ("Check", "did you mean 'check'?"),
        ("jobs/etsy.md", "to tailor a job file: lapel tailor jobs/etsy.md"),
        (
            "serve",
            "the commands are init, tailor, letter, preview, explain, check, theme, schema "
            "and doctor",
        ),
    ],
)
def test_unknown_command(typed: str, help: str) -> None:
    """A wrong command is a usage error that names the nearest right one, or all of them."""
    result = CliRunner().invoke(main, [typed])
    assert (result.exit_code, result.stdout) == (ExitCode.USAGE, "")
    assert result.stderr == f"error: there is no command '{typed}'\n  help: {help}\n"


@pytest.mark.parametrize(
    ("typed", "message", "command"),
    [
        ("--verison", "there is no option '--verison'; did you mean '--version'?", "main"),
        ("--bogus", "there is no option '--bogus'", "main"),
        ("check", "no FILE named", "main check"),
        ("tailor a.md --pagse 2", "there is no option '--pagse'; did you mean '--pages'?", ""),
        ("tailor a.md --theme", "option '--theme' requires an argument", ""),
        ("tailor a.md --only cv", "--only: expected resume or letter, found 'cv'", ""),
        ("explain a.md b c", "got unexpected extra argument (c)", "main explain"),
        ("theme shwo", "there is no command 'shwo'; did you mean 'show'?", "main theme"),
        ("schema cv", "SHAPE: expected profile, job, theme, workspace, explain, tailor", ""),
        ("init pyproject.toml", "DIR: 'pyproject.toml' is a file, expected a folder", ""),
    ],
)
def test_misuse(typed: str, message: str, command: str) -> None:
    """A command line that makes no sense is told in lapel's words, with where to read on."""
    result = CliRunner().invoke(main, typed.split())
    assert (result.exit_code, result.stdout) == (ExitCode.USAGE, "")
    error, help = result.stderr.splitlines()
    assert error.startswith(f"error: {message}")
    assert help == f"  help: see {command or f'main {typed.split(maxsplit=1)[0]}'} --help"


def test_a_job_that_is_not_named_is_one_of_these(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who forgot the job file gets a command to paste; where there are none, the help."""
    monkeypatch.chdir(tmp_path)
    told = [CliRunner().invoke(main, ["tailor"]).stderr]
    (tmp_path / "jobs").mkdir()
    for name in ("old mill.md", "quay.yaml", ".hidden.md", "notes.docx"):
        (tmp_path / "jobs" / name).touch()
        told.append(CliRunner().invoke(main, ["tailor"]).stderr)
    assert [help.partition("  help: ")[2] for help in told] == [
        "see main tailor --help\n",
        "main tailor 'jobs/old mill.md'\n",
        *3 * ["main tailor 'jobs/old mill.md', or jobs/quay.yaml\n"],
    ]


def test_a_wrong_value_of_the_environment_is_named_by_its_variable() -> None:
    """Nobody looks for an option that was never typed."""
    result = CliRunner().invoke(main, ["tailor", "a.md"], env={"LAPEL_PAGES": "two"})
    assert result.exit_code == ExitCode.USAGE
    assert (
        "error: LAPEL_PAGES: expected a whole number from 1 to 10, found 'two'\n" in result.stderr
    )


def with_command(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    """Make every command fail with this error."""

    @click.command()
    def failing() -> None:
        raise error

    monkeypatch.setattr(commands, "import_module", lambda _: type("M", (), {"command": failing}))


@pytest.mark.parametrize("error", [KeyboardInterrupt(), click.Abort()])
def test_interruption(error: BaseException, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C ends with 130 and a word, without a traceback."""
    with_command(monkeypatch, error)
    result = CliRunner().invoke(main, ["doctor"])
    assert (result.exit_code, result.stderr) == (ExitCode.INTERRUPTED, "\ninterrupted\n")


def test_interruption_while_it_loads() -> None:
    """Also before there is a command to speak of."""
    code = (
        "import runpy, sys\n"
        "class Interrupted:\n"
        "    def find_spec(self, name, *rest):\n"
        "        if name == 'lapel.cli.main': raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Interrupted())\n"
        "runpy.run_module('lapel', run_name='__main__')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (ExitCode.INTERRUPTED, "\ninterrupted\n")


@pytest.mark.parametrize(
    ("error", "line", "code"),
    [
        (
            PermissionError(13, "Permission denied", "output/x"),
            "error: output/x: permission denied\n",
            ExitCode.NOT_DONE,
        ),
        (
            OSError(28, "No space left on device"),
            "error: no space left on device\n",
            ExitCode.NOT_DONE,
        ),
        (
            OSError("cannot load library 'libpango-1.0-0': and more\nlines"),
            "error: cannot load library 'libpango-1.0-0': and more\n"
            f"  help: paste this line, then run lapel again: {pango_line()}\n",
            ExitCode.ENVIRONMENT,
        ),
    ],
)
def test_system_says_no(
    error: OSError, line: str, code: ExitCode, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that refuses and a library that is not there end in a line and the right code."""
    with_command(monkeypatch, error)
    result = CliRunner().invoke(main, ["doctor"])
    assert (result.exit_code, result.stderr) == (code, line)


def test_reader_that_went_away(monkeypatch: pytest.MonkeyPatch) -> None:
    """`lapel … | head` ends quietly."""
    with_command(monkeypatch, BrokenPipeError(32, "Broken pipe"))
    assert CliRunner().invoke(main, ["doctor"]).stderr == ""


@pytest.mark.parametrize(
    "arguments", one_quick(["--help", "tailor --help", "schema job", "doctor"])
)
@pytest.mark.parametrize(
    ("stream", "code", "said"),
    [(">/dev/full", 1, "error: no space left on device\n"), (">&-", 0, ""), ("2>&-", 0, "")],
)
def test_nobody_to_talk_to(arguments: str, stream: str, code: int, said: str) -> None:
    """A stream that is full is told in a line; one that the shell has closed is nobody's."""
    if stream == ">/dev/full" and not Path("/dev/full").exists():
        code, said, stream = 0, "", ">/dev/null"  # macOS has no such device
    line = f"{sys.executable} -m lapel {arguments} {stream}"
    done = subprocess.run(line, shell=True, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (code, said)


def test_a_terminal_that_lacks_letters() -> None:
    """In a Latin-1 locale a character that it lacks is given its number."""
    code = (
        "import click; from lapel.cli import main; main.main = lambda **_: click.echo('“ä”')\n"
        "main.run()"
    )
    line = [sys.executable, "-c", code]
    environment = {**os.environ, "PYTHONIOENCODING": "latin-1:strict"}
    done = subprocess.run(line, capture_output=True, env=environment, check=True)
    assert done.stdout == rb"\u201c" + "ä".encode("latin-1") + rb"\u201d" + b"\n"


def test_a_cache_named_from_here_is_the_same_for_every_process(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The layout engine and fontconfig look from folders of their own."""
    monkeypatch.setenv("LAPEL_CACHE", "kept")
    assert cache_folder() == Path.cwd() / "kept"


def test_ctrl_c_on_a_real_process() -> None:
    """A process that gets the terminal's interrupt ends with 130 and no traceback."""
    code = (
        "import signal, time, types, click\n"
        # What runs the tests in the background may have told its children to ignore it.
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "from lapel.cli import commands\n"
        "from lapel.cli.main import main\n"
        "def slow(): print('ready', flush=True); time.sleep(600)\n"
        "module = types.SimpleNamespace(command=click.command(slow))\n"
        "commands.import_module = lambda name: module\nmain(['doctor'])"
    )
    line = [sys.executable, "-c", code]
    with subprocess.Popen(line, stdout=-1, stderr=-1, text=True) as child:
        assert child.stdout is not None
        child.stdout.readline()
        child.send_signal(signal.SIGINT)
        _, stderr = child.communicate(timeout=PATIENCE_S)
    assert (child.returncode, stderr) == (ExitCode.INTERRUPTED, "\ninterrupted\n")


def test_process_leaves_nothing_behind() -> None:
    """The process ends at once, with its exit code, after all is written and each farewell said."""
    code = (
        "import atexit, types, click\n"
        "from lapel.cli import commands, main\n"
        "def last(): print('written', end=''); raise SystemExit(3)\n"
        "module = types.SimpleNamespace(command=click.command(last))\n"
        "commands.import_module = lambda name: module\n"
        "atexit.register(lambda: print(', farewell', end=''))\nmain.run()"
    )
    child = subprocess.run(
        [sys.executable, "-c", code, "doctor"], capture_output=True, text=True, check=False
    )
    assert (child.returncode, child.stdout, child.stderr) == (3, "written, farewell", "")


def test_shell_completes_commands() -> None:
    """The shell's completion knows the commands."""
    environment = {"_MAIN_COMPLETE": "bash_complete", "COMP_WORDS": "main ta", "COMP_CWORD": "1"}
    assert CliRunner().invoke(main, [], env=environment).stdout == "plain,tailor\n"


def test_option_in_a_commands_place() -> None:
    """An option where a command belongs is a usage error, not a command."""
    assert CliRunner().invoke(main, ["--", "--pages"]).exit_code == ExitCode.USAGE
