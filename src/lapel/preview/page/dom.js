// Building the page out of texts and elements. Nothing here ever reads HTML out of a text.

const SVG = "http://www.w3.org/2000/svg";

export const byId = (id) => document.getElementById(id);

/** An element with properties, data and listeners; children are elements or texts. */
export function el(tag, props = {}, ...children) {
  const [name, ...classes] = tag.split(".");
  const node = document.createElement(name || "div");
  if (classes.length) node.className = classes.join(" ");
  for (const [key, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else if (key === "data") Object.assign(node.dataset, value);
    else if (key in node && !key.includes("-")) node[key] = value;
    else node.setAttribute(key, value === true ? "" : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/** A text out of a file, kept apart from the direction of the text around it. */
export const said = (text, tag = "bdi") => el(tag, { dir: "auto" }, text);

export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#i-${name}`);
  svg.append(use);
  svg.setAttribute("aria-hidden", "true");
  return svg;
}

/**
 * Show a list of values: an element stays where its value stayed the same, so that focus, scroll
 * and open details survive; of one that had the focus the successor gets it.
 */
export function sync(parent, values, keyOf, make) {
  const old = new Map([...parent.children].map((node) => [node.dataset.key, node]));
  const focused = parent.contains(document.activeElement)
    ? document.activeElement.closest("[data-focus]")?.dataset.focus
    : undefined;
  const nodes = values.map((value) => {
    const key = String(keyOf(value));
    const print = JSON.stringify(value);
    const known = old.get(key);
    if (known && known.print === print) return known;
    const node = make(value);
    node.dataset.key = key;
    node.print = print;
    return node;
  });
  const same = nodes.length === parent.children.length && nodes.every((node, at) => node === parent.children[at]);
  if (same) return;
  parent.replaceChildren(...nodes);
  if (focused && !parent.contains(document.activeElement)) {
    [...parent.querySelectorAll("[data-focus]")].find((node) => node.dataset.focus === focused)?.focus();
  }
}

/** A message of the terminal as a sentence of the page. */
export const sentence = (text) => text.charAt(0).toUpperCase() + text.slice(1);

export const count = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;

export const shortened = (text, most = 56) =>
  text.length <= most ? text : `${text.slice(0, most).replace(/\s+\S*$/, "")} …`;

/** Run at most once in a while, the last call counting. */
export function debounced(work, wait) {
  let timer;
  return (...args) => {
    clearTimeout(timer);
    timer = setTimeout(() => work(...args), wait);
  };
}
