"""Telling what the sources say, each as sentences without any claim of lapel's.

- `highlight` tells a bullet in the first person: `bullets/` reads it into clauses, `introducing/`
  says where and as what;
- `posting` tells the posting's own words, attributed to it;
- `connecting/` joins the answers about the personal connection;
- `tidying` makes plain words of a bullet, `clauses` are what comes of it, `sayable` whether it can
  be said aloud; `model` is what can be told, and why something cannot.
"""
