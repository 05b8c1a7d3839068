"""Letter points read as instructions: what each asks the letter to say, and where to find it.

    a note ─cutting/─▶ pieces ─instructed, bare─▶ objects ─saying/─▶ acts

- `reading` is the way in, and gives the acts of `model`;
- `cutting/` tidies a note and cuts it into pieces that ask for one thing each;
- a piece begins with an instruction (`instructed`) or does not (`bare`); what either is about is
  read by `objects`;
- `saying/` makes acts of what is asked: a sentence to say, something to look for, a to-do;
- `instructing` knows an instruction's verb, `prose` finished sentences, `writer` and `persons`
  who "you" and "they" are, `targets` phrases to look for, all read against a `context`;
- `completing`, `sentences` and `frames` make a sentence of words.
"""
