// Follows an import without loading the page again, so that a screen reader's place is kept.
const pause = 1000;

export function startProgress() {
  if (document.querySelector("[data-progress=running]")) setTimeout(follow, pause);
}

async function follow() {
  const main = document.getElementById("main");
  try {
    const answer = await fetch(location.href);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    main.replaceChildren(...page.getElementById("main").childNodes);
    document.title = page.title;
    const ended = !main.querySelector("[data-progress=running]");
    if (ended) document.getElementById("live").textContent = main.querySelector("h1").textContent;
    else setTimeout(follow, pause);
  } catch {
    // The server is away; it may come back.
    setTimeout(follow, pause * 5);
  }
}
