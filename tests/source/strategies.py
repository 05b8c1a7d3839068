"""Texts that look like YAML or JSON and mostly are not."""

from hypothesis import strategies as st

PIECES = [
    *("- ", "  ", "\n", "\n  ", "\n- ", ": ", ":", " #", "#1", "# ", "'", '"', "[", "]", "{", "}"),
    *(",", "|", ">", "&a", "*a", "!t", "%", "@", "`", "?", "? ", "---\n", "...", "\t", "<<: "),
    *(
        "a",
        "b: c",
        "key:",
        "no",
        "\\",
        "\\u12",
        "\\x07",
        "é",
        "東",
        "😀",
        "\u2028",
        "\x85",
        "\ufeff",
    ),
    *("\x00", "\x1b", "\r", "null", "1.5", "true", "-", "--", "~"),
]
BROKEN = st.lists(st.sampled_from(PIECES), max_size=25).map("".join) | st.text(max_size=40)
WORDS = st.text(
    st.characters(
        codec="utf-8", exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"
    ),
    min_size=1,
    max_size=30,
).filter(str.strip)
TYPED = WORDS | (
    st.lists(
        st.sampled_from([p for p in PIECES if p.isprintable()] + [" "]), min_size=1, max_size=6
    )
    .map(lambda pieces: "".join(pieces).strip())
    .filter(bool)
)
