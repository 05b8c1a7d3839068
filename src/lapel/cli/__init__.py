"""The command line, one file per command; thin.

- `main` has the commands (`commands`): `init` (which lays out `sample/`), `tailor`, `letter`,
  `preview`, `explain`, `check`, `theme`, `schema`, `doctor`; `options` and `values` are what
  several of them take;
- what the longer ones do: `tailoring` (told by its `summary`), `lettering`, `previewing`,
  `checking`, `watching` for changes; `doctor` has a `probe` look in another process;
- `console` prints, `misuse` words mistakes in a command line, `extras` lists what an optional part
  needs; `exit_codes` are for scripts.
"""
