"""The cover letter: plan, points, sentences, and the person's edits.

    points ─points/─▶ acts ─answering/─▶ moves ─arranging/─▶ paragraphs ─moves, style─▶ sentences

- `drafting` is the way in, and `model` what comes out: it addresses the letter (`addressing`, to
  the `recipient`), grants `wishes`, bars what the notes refuse (`barring`), and has it composed; in
  another language `own_words` takes its place;
- `composing` walks the `plan`. A point is answered (`answering/`) from the profile's `deeds/`, the
  posting and the personal connection, out of `materials`; the `gate` lets nothing half-typed pass
  that has `faults`, and `unsaid/` tells the rest, or makes a to-do of it;
- `framing` opens and closes with the sentences of `frame` (a workspace's own by `frame_file`) and
  the `current_role`, and `lengthening` tells more;
- `arranging/` lays paragraphs out; `moves` chooses the form of each sentence by `style`, `spelling`
  writes names as the posting does;
- `points/` reads a person's instructions, `telling/` makes sentences of bullets, answers and the
  posting, both by the words and forms of `english/`; `file/` is the letter that a person edits,
  `tracing` finds the sources of its sentences, and `document` makes leaves of it all.
"""
