"""`python -m lapel` is the `lapel` command; it may be interrupted while it still loads."""

import sys

if __name__ == "__main__":
    try:
        from lapel.cli.main import run
    except KeyboardInterrupt:
        sys.stderr.write("\ninterrupted\n")
        sys.exit(130)
    run()
