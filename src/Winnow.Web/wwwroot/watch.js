// Keeps what moves on a page up to date: elements marked data-live, found again by their id, so that focus and open parts stay.
const pause = 1500;
// While nothing moves: a run may begin at any time.
const idle = 15000;
const shown = new Map();

let typeset;

export function startWatch(set) {
  typeset = set;
  const watched = document.querySelector("[data-watch]");
  if (!watched) return;
  for (const part of document.querySelectorAll("[data-live][id]")) shown.set(part.id, part.innerHTML);
  later(watched.dataset.watch === "moving");
}

function later(moving) {
  setTimeout(look, moving ? pause : idle, moving);
}

async function look(moved) {
  if (document.hidden) {
    later(moved);
    return;
  }
  try {
    const answer = await fetch(location.pathname);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const part of document.querySelectorAll("[data-live][id]")) {
      const fresh = page.getElementById(part.id);
      if (!fresh || fresh.innerHTML === shown.get(part.id)) continue;
      shown.set(part.id, fresh.innerHTML);
      part.replaceChildren(...fresh.childNodes);
      typeset(part);
    }
    const moving = page.querySelector("[data-watch=moving]") !== null;
    if (moved && !moving) document.getElementById("live").textContent = page.querySelector("h1").textContent;
    later(moving);
  } catch {
    // The server is away; it may come back.
    setTimeout(look, pause * 4, moved);
  }
}
