"""The part of `lapel doctor` that runs in a child process, since a broken library may crash it.

The last line of its output says what it found; it exits with 0 when that is enough.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from lapel.rendering.fonts import only_fonts_of
from lapel.theme.reading import read_theme


def probe_pango() -> str:
    """Load WeasyPrint, and with it Pango; return the versions of both."""
    import weasyprint  # noqa: PLC0415 - loading it is the probe
    from weasyprint.text.ffi import harfbuzz_subset, pango  # noqa: PLC0415 - as above

    if harfbuzz_subset is None:
        sys.exit("HarfBuzz's library for subsets of fonts cannot be loaded")
    number = pango.pango_version()
    version = f"{number // 10000}.{number // 100 % 100}.{number % 100}"
    return f"Pango {version}, WeasyPrint {weasyprint.__version__}"


def probe_pdf(theme_folder: Path) -> str:
    """Write one line as PDF with the fonts of a theme; return its size."""
    theme = read_theme(theme_folder).value
    assert theme is not None
    with TemporaryDirectory() as folder, only_fonts_of(theme, Path(folder)):
        from weasyprint import HTML  # noqa: PLC0415 - reads the fonts as it loads

        html = f'<p style="font-family: {theme.font.family}">One line.</p>'
        data = HTML(string=html).write_pdf()
    assert data is not None
    assert data.startswith(b"%PDF-")
    return f"{len(data)} bytes in {theme.font.family}"


if __name__ == "__main__":
    print(probe_pdf(Path(sys.argv[1])) if len(sys.argv) > 1 else probe_pango())  # noqa: T201
