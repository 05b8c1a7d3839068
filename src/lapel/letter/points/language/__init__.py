"""The words of a point: the lists and patterns of `vocabulary`, and the readers that use them.

- `grammar` tells clauses, verbs and numbers, `instructing` an instruction's verb, `prose` finished
  sentences; `persons` and `antecedents` who "you" and "they" are;
- `sentences`, `completing` and `frames` make a sentence of words, `targets` phrases to look for;
- `context` is what all of it is read against.
"""
