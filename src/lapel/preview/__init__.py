"""The live preview: a local page that shows the pages, the contract and the fit, kept up to date.

- `server` and `application` serve the files of `page/`, behind what `guarding` lets in;
- `session` holds the job on show: `building` makes it anew whenever `watching` sees a change,
  `foreseeing` and `guessing` show pages before they are certain, `renewing` replaces the engine,
  `news` is what open pages are told, `view` what they show and `placing` where, `painting` and
  `gallery` the pictures;
- what a person does there: `acts` as edits of the job file, tried first (`effects`), then taken
  (`taking`, `history`); other words in the letter (`rewording`); the documents' files (`writing`);
- `presence` knows whether a preview of the job is open already.
"""
