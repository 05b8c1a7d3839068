// Talking to the server: the stream of states, and posts that carry this run's token.

const RETRY_MS = 500;
const LOST_AFTER_MS = 1500; // a stream that comes back sooner was not missed
let { token, page } = document.querySelector('meta[name="lapel-run"]').dataset;

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

/**
 * Listen for states for as long as the page is open, whatever becomes of the server: a new one tells
 * its token, and only where its page is another than this one, this one is loaded anew.
 */
export function listen(onState, onSheets, onConnected) {
  let run;
  let lost;
  function connect() {
    const events = new EventSource("/events");
    events.onopen = () => {
      lost = clearTimeout(lost);
      onConnected(true);
    };
    events.onerror = () => {
      lost ??= setTimeout(() => onConnected(false), LOST_AFTER_MS);
      if (events.readyState === EventSource.CLOSED) setTimeout(connect, RETRY_MS); // it gave up
    };
    events.addEventListener("hello", (event) => {
      const hello = JSON.parse(event.data);
      if (hello.page === page) return void ({ token } = hello);
      events.close();
      location.reload();
    });
    events.addEventListener("sheets", (event) => {
      const news = JSON.parse(event.data);
      if (run === news.run) onSheets(news);
    });
    events.addEventListener("state", (event) => {
      const state = JSON.parse(event.data);
      run = state.run;
      onState(state);
    });
  }
  connect();
}
