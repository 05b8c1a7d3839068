"""What the words of bullets and answers are.

- `words` has the lists of grammar and asks small questions; `noun_phrases` knows their ends;
- `verbs` knows the verb a bullet begins with (`noun_or_verb` decides of words that can be either,
  `participles` are those that tell no deed), `tense` its other forms, `finite` the verb behind a
  subject, `nouns` what has no verb;
- `tidying` makes plain words of a bullet, `completing` adds what it left out, `clauses` are what
  comes of it; `persons` says who is meant, `sayable` whether it can be said aloud.
"""
