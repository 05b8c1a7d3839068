"""Job files as fourteen strangers typed them, of 162 people."""

from bench.job_files import count

FEWEST = 0.9
"""Of the lines; a reader finds all."""


def test_most_of_what_strangers_typed_is_read_as_a_reader_reads_it() -> None:
    """Counted line by line; `bench/job_files.py --list` names the others."""
    read, total = count("a-n")
    assert total.total() > 2_000
    assert read.total() / total.total() >= FEWEST
