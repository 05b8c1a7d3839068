// The page of one preview: each state of the server is shown, each act goes back to it.

import { showContract, showOutside, showWarnings, problemCard } from "./contract.js";
import { byId, el, said, sync } from "./dom.js";
import { showFit, showKnobs } from "./fit.js";
import { learn } from "./light.js";
import { showSheets } from "./pages.js";
import { fetchJson, listen } from "./wire.js";

const noActions = { buttonsFor: () => [] };
let connected = true;
let state;

async function show(next) {
  state = next;
  showProblems();
  showWarnings(next.problems);
  document.body.classList.toggle("stale", next.stale);
  if (!next.view) return;
  const bullets = new Map(next.view.highlights.map((bullet) => [bullet.id, bullet]));
  showFit(next.view);
  showKnobs(next.view, () => undefined);
  showContract(next.view);
  showOutside(next.view, noActions);
  learn(next.view.notes);
  const documents = next.view.sheets.map((sheet) => ({ ...sheet, of: "resume" }));
  if (await showSheets(documents, "resume", bullets)) {
    document.documentElement.dataset.shown = next.version;
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
