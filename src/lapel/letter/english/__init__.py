"""English as letters need it: the words, and what a text made of them is.

- `vocabulary` has all lists and patterns, which are data beside it; `words` asks small questions
  about one word, `forms` puts verbs into another form;
- `noun_phrases` knows where one ends, `nouns` what it can be in a sentence;
- `verbs` knows the verb that a text begins with (`noun_or_verb` decides of words that can be
  either, `participles` are those that tell no deed), `tense` its other forms;
- `finite` finds the verb behind a subject, `clauses` tells a clause from a thing's name;
- `persons` and `antecedents` say who "you", "they" and "it" are;
- `completing` adds what was left out.
"""
