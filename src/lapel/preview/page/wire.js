// Talking to the server: the stream of states, and posts that carry this run's token.

const token = document.querySelector('meta[name="lapel-token"]').content;
const RELOADED = "lapel-reloaded-for";

/** Send an act; gives the answer, and throws an Error with the server's sentence. */
export async function post(path, body = {}, signal = undefined) {
  const answer = await fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json", "x-lapel-token": token },
    body: JSON.stringify(body),
    signal,
  });
  const text = await answer.text();
  let read;
  try {
    read = JSON.parse(text);
  } catch {
    read = { error: text };
  }
  if (!answer.ok) throw new Error(read.error || "the preview did not answer");
  return read;
}

export async function fetchJson(path) {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(await answer.text());
  return answer.json();
}

/** Listen for states; after a restart of the server the page is loaded once more for its token. */
export function listen(onState, onSheets, onConnected) {
  let run;
  const events = new EventSource("/events");
  events.onopen = () => onConnected(true);
  events.onerror = () => onConnected(false);
  events.addEventListener("sheets", (event) => {
    const news = JSON.parse(event.data);
    if (run === news.run) onSheets(news);
  });
  events.addEventListener("state", (event) => {
    const state = JSON.parse(event.data);
    if (run && run !== state.run && sessionStorage.getItem(RELOADED) !== state.run) {
      sessionStorage.setItem(RELOADED, state.run);
      events.close();
      location.reload();
      return;
    }
    run = state.run;
    onState(state);
  });
}
