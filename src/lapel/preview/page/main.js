// The page of one preview: each state of the server is shown, each act goes back to it.

import { showContract, showOutside, showWarnings, problemCard } from "./contract.js";
import { buttonsOutside, effectOf, forget, take, turn } from "./acts.js";
import { closeCard, openCard, refreshCard } from "./card.js";
import { byId, debounced, el, sync } from "./dom.js";
import { learnOrders } from "./drag.js";
import { showFit, showKnobs } from "./fit.js";
import { learn } from "./light.js";
import { showSheets } from "./pages.js";
import { fetchJson, listen } from "./wire.js";

const actions = { buttonsFor: buttonsOutside };
const HOVER_MS = 120;
let bullets = new Map();
let connected = true;
let state;

async function show(next) {
  state = next;
  showProblems();
  showWarnings(next.problems);
  document.body.classList.toggle("stale", next.stale);
  showTurns(next);
  if (!next.view) return;
  forget(next.version);
  bullets = new Map(next.view.highlights.map((bullet) => [bullet.id, bullet]));
  showFit(next.view);
  showKnobs(next.view, (target, value) => take({ kind: "set", target, value }));
  showContract(next.view);
  showOutside(next.view, actions);
  learn(next.view.notes);
  learnOrders(next.view.orders);
  const documents = next.view.sheets.map((sheet) => ({ ...sheet, of: "resume" }));
  if (await showSheets(documents, "resume", bullets)) {
    document.documentElement.dataset.shown = next.version;
    refreshCard(bullets);
  }
}

function showTurns(next) {
  for (const name of ["undo", "redo"]) {
    byId(name).disabled = !next[name];
    byId(name).title = next[name] ? `${name === "undo" ? "Undo" : "Redo"}: ${next[name]}` : "";
  }
}

function showProblems() {
  const errors = state?.problems.filter((problem) => problem.severity === "error") ?? [];
  const lost = !connected && {
    severity: "error",
    message: "The preview has stopped.",
    help: "Start it again in the terminal; this page reconnects by itself.",
  };
  sync(byId("problems"), lost ? [lost] : errors, (p) => `${p.place} ${p.message}`, problemCard);
}

listen(show, (alive) => {
  connected = alive;
  document.body.classList.toggle("lost", !alive);
  showProblems();
});

// A bullet on the page: a click opens its card; while the pointer rests on it, the two acts most
// likely to come are solved.
byId("sheets").addEventListener("click", (event) => {
  const spot = event.target.closest("button.spot");
  if (spot && state?.view) openCard(spot, bullets.get(spot.dataset.source), state.view);
});
const foresee = debounced((spot) => {
  if (!spot.matches(":hover, :focus-visible") || state?.stale) return;
  const { source: target } = spot.dataset;
  effectOf({ kind: "drop", target });
}, HOVER_MS);
for (const kind of ["pointerover", "focusin"]) {
  byId("sheets").addEventListener(kind, (event) => {
    const spot = event.target.closest("button.spot");
    if (spot) foresee(spot);
  });
}

byId("keep").addEventListener("click", () => turn("/keep"));
byId("undo").addEventListener("click", () => turn("/undo"));
byId("redo").addEventListener("click", () => turn("/redo"));
addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.target.closest("textarea, input")) return;
  const key = event.key.toLowerCase();
  if (key !== "z" && key !== "y") return;
  event.preventDefault();
  closeCard(false);
  turn(key === "y" || event.shiftKey ? "/redo" : "/undo");
});

// Panes of a narrow screen
for (const button of document.querySelectorAll(".panes button")) {
  button.addEventListener("click", () => {
    document.body.dataset.pane = button.dataset.to;
    for (const other of document.querySelectorAll(".panes button")) {
      other.setAttribute("aria-pressed", String(other === button));
    }
  });
}

// As a person, as a parser
async function see(parser) {
  byId("see-person").setAttribute("aria-pressed", String(!parser));
  byId("see-parser").setAttribute("aria-pressed", String(parser));
  byId("sheets").hidden = parser;
  byId("parsed").hidden = !parser;
  if (!parser) return;
  const { pages } = await fetchJson("/parsed/resume");
  byId("parsed").replaceChildren(
    ...pages.map((text, at) =>
      el("section", { "aria-label": `Text of page ${at + 1}` }, el("pre", { tabIndex: 0, dir: "auto" }, text))),
  );
}
byId("see-person").addEventListener("click", () => see(false));
byId("see-parser").addEventListener("click", () => see(true));
