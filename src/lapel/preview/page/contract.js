// The left side: the notes with what became of them, the bullets that stayed out, the warnings.

import { byId, count, el, said, sentence, sync } from "./dom.js";

const KINDS = {
  emphasis: "Skills to emphasize",
  idea: "Ideas for the resume",
  hint: "Hints for one entry",
  "letter-point": "Points for the letter",
  connection: "Personal connection",
};
const DONE = new Set(["honoured", "not-applicable", "for-the-letter"]);
const MANY = 8;
const words = (value) => value.replaceAll("-", " ");

const OF_LETTER = ["letter-point", "connection"];

let shown; // the view, and the document that is looked at
let only; // the fate whose notes are shown alone

/**
 * The notes, group by group, those of the document that is looked at first, and how many met which
 * fate: each number shows its notes alone.
 */
export function showContract(view, name, actions) {
  shown = [view, name, actions];
  if (only && !view.tally[only]) only = undefined;
  const fates = Object.entries(view.tally).filter(([, number]) => number);
  sync(byId("tally"), fates.map(([fate, number]) => ({ fate, number, on: fate === only })), ({ fate }) => fate, fateButton);
  const kinds = name === "letter" ? [...new Set([...OF_LETTER, ...Object.keys(KINDS)])] : Object.keys(KINDS);
  const groups = kinds
    .map((kind) => ({ kind, notes: view.notes.filter((note) => note.kind === kind && (!only || note.fate === only)) }))
    .filter((group) => group.notes.length);
  const contract = byId("contract");
  if (!groups.length) {
    contract.replaceChildren(
      el("p.muted", {}, "The job file has no notes: the choice rests on the profile's weights, on dates and on variety."),
    );
    return;
  }
  sync(contract, groups, (group) => group.kind, (group) => {
    const list = el("ul.notes");
    sync(list, group.notes, (note) => note.id, (note) => noteCard(note, actions));
    return el("div.group", {}, el("h3", {}, KINDS[group.kind]), list);
  });
}

const fateButton = ({ fate, number, on }) =>
  el("li", {}, el(`button.badge.${fate}`, {
    type: "button",
    data: { focus: `fate:${fate}` },
    "aria-pressed": String(on),
    title: on ? "Show all notes" : "Show these alone",
    onclick: () => {
      only = on ? undefined : fate;
      showContract(...shown);
    },
  }, `${number} ${words(fate)}`));

function noteCard(note, actions) {
  const effect = el("p.effect", { id: `effect-${note.id}` });
  const stands = note.answers.filter((answer) => answer.included);
  const outside = note.answers.filter((answer) => !answer.included);
  return el(
    "li",
    {},
    el(
      "details.note",
      { data: { note: note.id } },
      el(
        "summary",
        { data: { focus: `note:${note.id}` } },
        said(note.text, "span"),
        el(`span.badge.${note.fate}`, {}, words(note.fate)),
        !DONE.has(note.fate) && el("span.why", {}, said(sentence(note.why))), // seen without a click
      ),
      DONE.has(note.fate) && el("p.why", {}, said(sentence(note.why))),
      stands.length > 0 && el("ul.answers", {}, stands.map(answerLine)),
      outside.length > 0 && el("p.muted.small", {}, "Also says it, not on the page:"),
      outside.length > 0 && el("ul.answers.off", {}, outside.map(answerLine)),
      note.advised.length > 0 && el("p.acts", {}, actions.buttonsAdvised(note.advised, effect)),
      note.advised.length > 0 && effect,
      el("p.where", {}, said([note.place, note.entries.join(", ")].filter(Boolean).join(" → "))),
    ),
  );
}

const answerLine = (answer) =>
  el(
    "li",
    {},
    said(answer.text, "span"),
    answer.reasons.length > 0 &&
      el(
        "span.reasons",
        {},
        answer.shows.length > 0 && el("b", {}, said(`for ${answer.shows.join(", ")}: `, "span")),
        said(answer.reasons.join("; "), "span"),
      ),
  );

/** Entries that have nothing but their line, and are not on the page, section by section. */
function bareGroups(view) {
  const bare = view.entries.filter((entry) => entry.form === "out" && !entry.bullets_of && entry.flip);
  return [...new Set(bare.map((entry) => entry.section))].map((section) => ({
    id: `section/${section}`,
    title: sentence(words(section)),
    bullets: bare
      .filter((entry) => entry.section === section)
      .map((entry) => ({ ...entry, text: [entry.title, entry.dates].filter(Boolean).join(" · "), lines: null })),
  }));
}

/** The bullets that are not on the page, under their entries, and the entries without any. */
export function showOutside(view, actions) {
  const ofEntries = view.entries
    .map((entry) => ({
      id: entry.id,
      title: entry.title,
      dates: entry.dates,
      bullets: view.highlights.filter((bullet) => bullet.entry === entry.id && !bullet.included),
    }))
    .filter((group) => group.bullets.length);
  const bare = bareGroups(view);
  const groups = [...ofEntries, ...bare];
  const outside = byId("outside");
  const [bullets, lines] = [ofEntries, bare].map((all) => all.reduce((sum, group) => sum + group.bullets.length, 0));
  byId("out-count").textContent = [bullets && count(bullets, "bullet"), lines && (lines === 1 ? "1 entry" : `${lines} entries`)]
    .filter(Boolean)
    .join(", ");
  byId("find").hidden = bullets + lines < MANY;
  if (!groups.length) {
    outside.replaceChildren(el("p.muted", {}, "Nothing: all that the profile has is on the page."));
    return;
  }
  sync(outside, groups, (group) => group.id, (group) => {
    const list = el("ul.bullets");
    sync(list, group.bullets, (bullet) => bullet.id, (bullet) => outsideCard(bullet, actions));
    return el(
      "div.group",
      {},
      el("h3", {}, said(group.title), group.dates && el("span.muted", {}, " · ", said(group.dates))),
      list,
    );
  });
  findOutside();
}

/** Of the bullets left out show those with the words that are looked for. */
export function findOutside() {
  const find = byId("find");
  const wanted = find.hidden ? [] : find.value.toLowerCase().split(/\s+/).filter(Boolean);
  for (const group of byId("outside").querySelectorAll(".group")) {
    const title = group.querySelector("h3").textContent;
    const cards = [...group.querySelectorAll("[data-out]")];
    for (const card of cards) {
      const text = `${title} ${card.firstChild.textContent}`.toLowerCase();
      card.hidden = !wanted.every((word) => text.includes(word));
    }
    group.hidden = cards.every((card) => card.hidden);
  }
  const found = byId("outside").querySelectorAll("[data-out]:not([hidden])").length;
  byId("found").textContent = wanted.length ? (found ? count(found, "bullet") : "No bullet has these words.") : "";
}

function outsideCard(bullet, actions) {
  const effect = el("p.effect", { id: `effect-${bullet.id}` });
  const card = el(
    "li.out",
    { data: { out: bullet.id } },
    said(bullet.text, "p"),
    el(
      "p.muted.small",
      {},
      bullet.lines !== null && el("strong", {}, count(bullet.lines, "line")),
      bullet.lines !== null && " · ",
      said(sentence(bullet.why)),
    ),
    el("p.acts", {}, actions.buttonsFor(bullet, effect)),
    effect,
  );
  return card;
}

/** Warnings: true, and worth a look, but nothing stands still for them. */
export function showWarnings(problems) {
  const warnings = problems.filter((problem) => problem.severity === "warning");
  byId("warnings").hidden = warnings.length === 0;
  sync(byId("warning-list"), warnings, (w) => `${w.place} ${w.message}`, problemCard);
}

export const problemCard = (problem) =>
  el(
    `article.problem.${problem.severity}`,
    {},
    el("p.what", {}, said(sentence(problem.message))),
    problem.place && el("p.where", {}, said(problem.place)),
    problem.excerpt && el("pre", { tabIndex: 0, "aria-label": "The line in the file" }, problem.excerpt),
    problem.help && el("p.help", {}, said(sentence(problem.help))),
  );
