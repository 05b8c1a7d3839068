"""Choosing what is printed: the objective, the rules, the optimisation under a budget.

    draft, matches ─problem─▶ Problem ─solver─▶ Selection ─fit─▶ Fitted

- `fit` is the way in: it tries steps, budgets and pages until the choice fits them, and returns
  what is `fitted`; `costs` are those of the options at one step;
- `problem` makes the `model`: options with a `worth` (`objective` has every coefficient, `timeline`
  the age, `slight` what says little, `alike` what says the same, `proofs` certificates) and `rules`
  of how many bullets;
- `shortlist` solves with few heights measured; `solver` explains the method, and `search`,
  `rounding`, `exchange`, `board`, `formulation` and `highs` are its steps; `misfit` says why
  nothing fits;
- afterwards: `ordering` of bullets and skills, `topping` of white feet of pages, `trading` and
  `rivals` for the ledger.
"""
