"""`python -m lapel` is the `lapel` command."""

from lapel.cli.main import run

if __name__ == "__main__":
    run()
