"""The cover letter: plan, points, sentences, and the person's edits.

    points ─points/─▶ acts ─answering─▶ moves ─arranging─▶ paragraphs ─moves, style─▶ sentences

- `drafting` is the way in, and `model` what comes out: it addresses the letter (`addressing`, to
  the `recipient`), grants `wishes`, bars what the notes refuse (`barring`), and has it composed; in
  another language `own_words` takes its place;
- `composing` walks the `plan`. A point is answered (`answering`) from the profile (`evidence` finds
  `deeds`; `abilities`, `credentials`), from the posting and the connection (`company_side`,
  `company_facts`), out of `materials`; the `gate` lets nothing half-typed pass, and `unsaid` makes
  a to-do of the rest;
- `framing` opens and closes with the sentences of `frame` (a workspace's own by `frame_file`) and
  the `current_role`, `lengthening` tells more, `repeating` tells nothing twice, `counting` what has
  a figure;
- `arranging` lays paragraphs out, `introducing` says where and when (`chronology`), `prefacing`
  what was asked for; `moves` chooses the form of each by `style`; `entry_names` and `spelling`
  write names as profile and posting do;
- `points/` reads a person's instructions, `telling/` makes sentences of bullets, answers and the
  posting, `file/` is the letter that a person edits, `tracing` finds the sources of its sentences,
  and `document` makes leaves of it all.
"""
