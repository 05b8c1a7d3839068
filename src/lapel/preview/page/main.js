// The page of one preview: each state of the server is shown, each act goes back to it.

import { showContract, showOutside, showWarnings, findOutside, problemCard } from "./contract.js";
import { buttonsAdvised, buttonsOutside, effectOf, forget, take, turn } from "./acts.js";
import { leaveCard, openCard, refreshCard } from "./card.js";
import { byId, debounced, el, sync } from "./dom.js";
import { learnOrders } from "./drag.js";
import { showDownloads, showFit, showKnobs, showTitle } from "./fit.js";
import { openPart, showLetterBar } from "./letter.js";
import { learn } from "./light.js";
import { showSheets } from "./pages.js";
import { fetchJson, listen } from "./wire.js";

const actions = { buttonsFor: buttonsOutside, buttonsAdvised };
const HOVER_MS = 120;
const LONGEST_WAIT_MS = 250;
let bullets = new Map();
let chosen = "resume"; // the tab a person wants; the letter may not be there yet
let open = chosen;
let connected = true;
let state;
let waiting; // a state that is not shown yet
let onScreen = Promise.resolve();

function show(next) {
  state = next;
  showProblems();
  showWarnings(next.problems);
  document.body.classList.toggle("stale", next.stale);
  showTurns(next);
  showProfiles(next.profiles);
  document.body.classList.toggle("bare", !next.view);
  if (!next.view) {
    byId("title").textContent = next.stale ? "This job cannot be shown yet" : "Getting ready…";
    return;
  }
  forget(`${next.run} ${next.version}`);
  bullets = new Map(next.view.highlights.map((bullet) => [bullet.id, bullet]));
  showTitle(next.view);
  showKnobs(next.view, (target, value) => take({ kind: "set", target, value }));
  showDownloads(next.view);
  showOutside(next.view, actions);
  learn(next.view.notes);
  learnOrders(next.view.orders);
  showDocument();
}

/**
 * A state waits, but not long, until new sheets that came before it are on the screen: all that it
 * has to say would keep their pictures waiting.
 */
async function showInTurn(next) {
  waiting = next;
  await Promise.race([onScreen, new Promise((done) => setTimeout(done, LONGEST_WAIT_MS))]);
  showWaiting();
}

function showWaiting() {
  const next = waiting;
  waiting = undefined;
  if (next) show(next);
}

/** The document whose tab is open: its pages, its fit, and the notes, those that are for it first. */
function showDocument() {
  const { view } = state;
  byId("tab-letter").hidden = !view.letter;
  openTab(view.letter ? chosen : "resume");
  byId("letter-bar").hidden = open !== "letter";
  if (open === "letter") showLetterBar(view.letter);
  showPages();
  showFit(view, open);
  showContract(view, open, actions);
  if (!byId("parsed").hidden) showParsed();
}

/** The pages; done when they hang there. */
function showPages() {
  const { view, version } = state;
  const name = open;
  const parts = name === "letter" ? view.letter.parts.filter((part) => part.block) : [];
  return showSheets({
    sheets: (name === "letter" ? view.letter : view).sheets.map((sheet) => ({ ...sheet, of: name })),
    title: name === "letter" ? "cover letter" : "resume",
    bullets: name === "letter" ? new Map() : bullets,
    parts: new Map(parts.map((part) => [part.block, part])),
    whenShown: () => {
      document.documentElement.dataset.shown = version;
      document.documentElement.dataset.document = name;
      refreshCard();
    },
  });
}

function openTab(name) {
  open = name;
  for (const tab of ["resume", "letter"]) {
    const button = byId(`tab-${tab}`);
    button.setAttribute("aria-selected", String(tab === name));
    button.tabIndex = tab === name ? 0 : -1;
  }
  byId("view").setAttribute("aria-labelledby", `tab-${name}`);
}

function showTurns(next) {
  for (const name of ["undo", "redo"]) {
    byId(name).disabled = !next[name];
    const word = name === "undo" ? "Undo" : "Redo";
    byId(name).title = next[name] ? `${word}: ${next[name]}` : `Nothing to ${name}`;
  }
}

function showProblems() {
  const errors = state?.problems.filter((problem) => problem.severity === "error") ?? [];
  const lost = !connected && {
    severity: "error",
    message: "The preview does not answer.",
    help: "If it has ended, start it again in the terminal; this page reconnects by itself.",
  };
  sync(byId("problems"), lost ? [lost] : errors, (p) => `${p.place} ${p.message}`, problemCard);
}

/** New sheets come before all that is said of them. */
function showNewSheets({ version, sheets }) {
  showWaiting();
  if (!state?.view) return;
  state = { ...state, version, view: { ...state.view, sheets } };
  if (open === "resume") onScreen = showPages().then(nextFrame);
}

/** Done when what is there now has been painted. */
const nextFrame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

/** Where no profile is named and there are several, one click names it in the job file. */
function showProfiles(names) {
  byId("profiles").hidden = names.length === 0;
  sync(byId("profiles"), names, (name) => name, (name) =>
    el("button", { type: "button", onclick: () => take({ kind: "set", target: "profile", value: name }) },
      "Use ", el("strong", {}, name.replace(/\.[^.]+$/, ""))));
}

listen(showInTurn, showNewSheets, (alive) => {
  connected = alive;
  document.body.classList.toggle("lost", !alive);
  showProblems();
});

// A bullet on the page: a click opens its card; while the pointer rests on it, the two acts most
// likely to come are solved.
byId("sheets").addEventListener("click", (event) => {
  const spot = event.target.closest("button.spot");
  if (!spot || !state?.view) return;
  if (spot.dataset.part) openPart(spot, state.view.letter.parts.find((part) => String(part.index) === spot.dataset.part));
  else openCard(spot, bullets.get(spot.dataset.source), state.view);
});

// The tabs: a click, or the arrows
for (const name of ["resume", "letter"]) {
  byId(`tab-${name}`).addEventListener("click", () => {
    chosen = name;
    leaveCard();
    byId("view").scrollTop = byId("side").scrollTop = 0;
    showDocument();
  });
  byId(`tab-${name}`).addEventListener("keydown", (event) => {
    if (!["ArrowLeft", "ArrowRight"].includes(event.key)) return;
    const other = byId(name === "resume" ? "tab-letter" : "tab-resume");
    if (other.hidden) return;
    other.click();
    other.focus();
  });
}
const foresee = debounced((spot) => {
  if (!spot.matches(":hover, :focus-visible") || state?.stale) return;
  const { source: target } = spot.dataset;
  effectOf({ kind: "drop", target });
}, HOVER_MS);
for (const kind of ["pointerover", "focusin"]) {
  byId("sheets").addEventListener(kind, (event) => {
    const spot = event.target.closest("button.spot");
    if (spot?.dataset.source) foresee(spot);
  });
}

byId("find").addEventListener("input", findOutside);

byId("write").addEventListener("click", () => turn("/write"));
byId("undo").addEventListener("click", () => turn("/undo"));
byId("redo").addEventListener("click", () => turn("/redo"));
addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.target.closest("textarea, input")) return;
  const key = event.key.toLowerCase();
  if (key !== "z" && key !== "y") return;
  event.preventDefault();
  leaveCard();
  turn(key === "y" || event.shiftKey ? "/redo" : "/undo");
});

// The menu of files closes when one is chosen, on Escape, and when something else is clicked
const menu = byId("take");
menu.addEventListener("click", (event) => event.target.closest("a") && (menu.open = false));
menu.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !menu.open) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});
document.addEventListener("pointerdown", (event) => {
  if (!menu.contains(event.target)) menu.open = false;
});

// A narrow screen: the settings at a touch, and one pane at a time
byId("settings").addEventListener("click", (event) => {
  const open = document.body.classList.toggle("settings-open");
  event.currentTarget.setAttribute("aria-expanded", String(open));
});
for (const button of document.querySelectorAll(".panes button")) {
  button.addEventListener("click", () => {
    document.body.dataset.pane = button.dataset.to;
    for (const other of document.querySelectorAll(".panes button")) {
      other.setAttribute("aria-pressed", String(other === button));
    }
  });
}

// As a person, as a parser
function see(parser) {
  byId("see-person").setAttribute("aria-pressed", String(!parser));
  byId("see-parser").setAttribute("aria-pressed", String(parser));
  byId("sheets").hidden = parser;
  byId("parsed").hidden = !parser;
  for (const button of document.querySelectorAll(".zoom button")) button.disabled = parser;
  if (parser) showParsed();
}

async function showParsed() {
  const { pages } = await fetchJson(`/parsed/${open}`);
  byId("parsed").replaceChildren(
    ...pages.map((text, at) =>
      el("section", { "aria-label": `Text of page ${at + 1}` }, el("pre", { tabIndex: 0, dir: "auto" }, text))),
  );
}
byId("see-person").addEventListener("click", () => see(false));
byId("see-parser").addEventListener("click", () => see(true));
