// Keeps what moves on a page up to date: elements marked data-live, found again by their id, so that focus and open parts stay.
const pause = 1500;

let typeset;

export function startWatch(set) {
  typeset = set;
  if (document.querySelector("[data-watch=moving]")) setTimeout(look, pause);
}

async function look() {
  try {
    const answer = await fetch(location.pathname);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const part of document.querySelectorAll("[data-live][id]")) {
      const fresh = page.getElementById(part.id);
      if (!fresh || fresh.innerHTML === part.dataset.shown) continue;
      part.dataset.shown = fresh.innerHTML;
      part.replaceChildren(...fresh.childNodes);
      typeset(part);
    }
    const moving = page.querySelector("[data-watch=moving]");
    if (moving) setTimeout(look, pause);
    else document.getElementById("live").textContent = page.querySelector("h1").textContent;
  } catch {
    // The server is away; it may come back.
    setTimeout(look, pause * 4);
  }
}
