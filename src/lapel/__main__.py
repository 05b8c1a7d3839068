"""The `lapel` command, also as `python -m lapel`; it may be interrupted while it still loads."""

import sys


def start() -> None:
    """Load the command and run it."""
    try:
        from lapel.cli.main import run  # noqa: PLC0415 - loading is what may be interrupted

        run()
    except KeyboardInterrupt:
        sys.stderr.write("\ninterrupted\n")
        sys.exit(130)


if __name__ == "__main__":
    start()
