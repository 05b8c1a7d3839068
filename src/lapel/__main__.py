"""`python -m lapel` is the `lapel` command."""

from lapel.cli.main import main

if __name__ == "__main__":
    main(prog_name="lapel")
