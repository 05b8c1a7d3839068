"""The line of front matter in a reason."""

from lapel.ledger.advice import drop_line, find_advised, pin_line


def test_what_is_written_is_read() -> None:
    why = f"it stands; {drop_line(('mill/rye', 'mill/crew'))} takes it out, {pin_line(['x'])} holds"
    assert list(find_advised(why)) == [("drop", "mill/rye"), ("drop", "mill/crew"), ("pin", "x")]


def test_a_line_without_a_name_advises_nothing() -> None:
    assert not list(find_advised("to take it out: `drop: [id]`; `order: {role: [bullet]}` orders"))
