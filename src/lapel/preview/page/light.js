// What belongs together lights up together: a note and the bullets that answer it.

import { byId } from "./dom.js";
import { spots } from "./pages.js";

const bulletOf = (candidate) => candidate.split("#")[0];
let answersOf = new Map();

/** Learn which candidates answer which note. */
export function learn(notes) {
  answersOf = new Map(notes.map((note) => [note.id, new Set(note.answers.map((a) => bulletOf(a.id)))]));
}

function clear() {
  for (const node of document.querySelectorAll(".lit")) node.classList.remove("lit");
  document.body.classList.remove("lighting");
}

const namesOf = (spot) => JSON.parse(spot.dataset.candidates || "[]").map(bulletOf);

function lightNote(id) {
  const answers = answersOf.get(id) ?? new Set();
  const found = spots().filter((spot) => namesOf(spot).some((name) => answers.has(name) || name === id));
  for (const spot of found) spot.classList.add("lit");
  document.body.classList.toggle("lighting", found.length > 0);
}

function lightBullet(names) {
  for (const node of document.querySelectorAll("[data-note]")) {
    const answers = answersOf.get(node.dataset.note);
    const isAnswered = answers && names.some((name) => answers.has(name));
    if (isAnswered || names.includes(node.dataset.note)) node.classList.add("lit");
  }
}

function follow(target) {
  clear();
  if (!(target instanceof Element)) return;
  const note = target.closest("[data-note]");
  const spot = target.closest(".spot");
  if (note) lightNote(note.dataset.note);
  else if (spot) {
    spot.classList.add("lit");
    lightBullet(namesOf(spot));
  }
}

/** Bring the first of what is lit into view, where none of it is. */
function bringIntoView(within, selector) {
  const lit = [...within.querySelectorAll(selector)];
  const frame = within.getBoundingClientRect();
  const seen = lit.some((node) => {
    const box = node.getBoundingClientRect();
    return box.bottom > frame.top && box.top < frame.bottom;
  });
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  if (!seen) lit[0]?.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
}

byId("side").addEventListener("click", (event) => {
  const details = event.target.closest("summary")?.parentElement;
  if (!details?.dataset.note || details.open) return;
  lightNote(details.dataset.note);
  bringIntoView(byId("view"), ".spot.lit");
});
byId("sheets").addEventListener("click", () => bringIntoView(byId("side"), "[data-note].lit"));

for (const kind of ["pointerover", "focusin"]) {
  byId("side").addEventListener(kind, (event) => follow(event.target));
  byId("sheets").addEventListener(kind, (event) => follow(event.target));
}
for (const kind of ["pointerleave", "focusout"]) {
  byId("side").addEventListener(kind, clear);
  byId("sheets").addEventListener(kind, clear);
}
