"""Choosing what stands on the page: the objective, the rules, the optimisation under a budget."""
