// Acts: what can be done to a bullet, what it would do to the pages, and doing it.

import { byId, debounced, el, icon, sentence } from "./dom.js";
import { post } from "./wire.js";

const HOVER_MS = 90;
let version = 0;
let known = new Map();
let asked;

/** What was found for an earlier state of the files says nothing of this one. */
export function forget(current) {
  if (current === version) return;
  version = current;
  known = new Map();
}

/** Say something that happened; it goes away by itself. */
export function say(text, isProblem = false) {
  const status = byId("status");
  status.textContent = text;
  status.classList.toggle("bad", isProblem);
  status.classList.remove("gone");
  clearTimeout(say.timer);
  say.timer = setTimeout(() => status.classList.add("gone"), isProblem ? 8000 : 3500);
}

/** Take an act; the page follows when the server has built it. */
export async function take(act) {
  try {
    const { told } = await post("/take", act);
    say(sentence(told));
    return true;
  } catch (error) {
    say(sentence(error.message), true);
    return false;
  }
}

export async function turn(path) {
  try {
    say(sentence((await post(path)).told));
  } catch (error) {
    say(sentence(error.message), true);
  }
}

/** The effect of an act, asked once for each state of the files. */
export function effectOf(act) {
  const key = JSON.stringify(act);
  if (!known.has(key)) {
    known.set(
      key,
      post("/try", act).catch((error) => ({ text: error.message, fits: false, leaves: [], enters: [] })),
    );
  }
  return known.get(key);
}

/** Mark on the page what would leave, and in the list what would come in. */
export function showMoves(effect) {
  for (const node of document.querySelectorAll(".leaving, .entering")) {
    node.classList.remove("leaving", "entering");
  }
  if (!effect) return;
  const leaves = new Set(effect.leaves);
  const enters = new Set(effect.enters);
  for (const spot of document.querySelectorAll("button.spot")) {
    spot.classList.toggle("leaving", leaves.has(spot.dataset.source));
  }
  for (const card of document.querySelectorAll("[data-out]")) {
    card.classList.toggle("entering", enters.has(card.dataset.out));
  }
}

/** Say in `line` what the act of this name would do. */
export function tellEffect(line, label, effect, ...more) {
  line.replaceChildren(el("strong", {}, `${label}: `), effect.text, ...more);
  line.classList.toggle("bad", !effect.fits);
}

/**
 * A button for an act. While the pointer or the focus is on it, its effect stands in `line`,
 * solved for this one act. A finger cannot rest on it: its first tap shows the effect, its second
 * takes the act.
 */
export function actButton(act, label, symbol, line, after = () => undefined) {
  let tapped = false;
  const show = debounced(async () => {
    asked = act;
    line.textContent = "…";
    const effect = await effectOf(act);
    if (asked !== act || !line.isConnected) return;
    tellEffect(line, label, effect, tapped && effect.fits ? ". Tap again to do it." : "");
    showMoves(effect);
  }, HOVER_MS);
  const hide = () => {
    tapped = false;
    if (asked === act) asked = undefined;
    showMoves();
  };
  return el(
    "button",
    {
      type: "button",
      data: { focus: `act:${act.kind}:${act.target}:${act.value ?? ""}` },
      "aria-describedby": line.id,
      onpointerenter: show,
      onfocus: show,
      onpointerleave: (event) => event.pointerType !== "touch" && hide(),
      onblur: hide,
      onclick: async (event) => {
        if (event.pointerType === "touch" && !tapped) {
          tapped = true;
          show();
          return;
        }
        showMoves();
        if (await take(act)) after();
      },
    },
    symbol && icon(symbol),
    label,
  );
}

/** The buttons of a bullet or an entry that is not on the page. */
export function buttonsOutside(bullet, line) {
  if (bullet.hidden) return [];
  const target = bullet.id;
  if (bullet.dropped) return [actButton({ kind: "restore", target }, "Restore", "back", line)];
  const pin = actButton({ kind: "pin", target }, bullet.pinned ? "Pinned" : "Pin to the page", "pin", line);
  return [pin, actButton({ kind: "drop", target }, "Never here", "out", line)];
}

const SHORT = 32;
const ADVISED = { pin: ["Pin", "pin"], drop: ["Drop", "out"] };

/** The buttons that do what the contract advises about a note, each with the first words of what it is about. */
export function buttonsAdvised(acts, line) {
  return acts.map(({ text, ...act }) => {
    const [verb, symbol] = ADVISED[act.kind];
    const first = text.length > SHORT ? `${text.slice(0, SHORT).replace(/\s+\S*$/, "")} …` : text;
    return actButton(act, `${verb} “${first}”`, symbol, line);
  });
}
