// Results while one types. The server renders them; this asks for the middle of the page and puts it in place.
import { startHistogram } from "./histogram.js";

const pause = 120;
const form = document.getElementById("search");
const box = document.getElementById("q");
const main = document.getElementById("main");
const live = document.getElementById("live");
let pending;
let timer;
let typesetMath;

export function startSearch(typeset) {
  if (!["/", "/search"].includes(location.pathname)) return;
  typesetMath = typeset;
  box.addEventListener("input", () => later("replace"));
  form.addEventListener("submit", event => {
    event.preventDefault();
    show(formUrl(), { history: "push", open: true });
  });
  main.addEventListener("change", event => {
    if (event.target.form === form) show(formUrl(), { history: "push" });
  });
  main.addEventListener("click", event => {
    const panel = event.target.closest("a.filters-open, a.filters-close");
    if (panel) {
      event.preventDefault();
      openFilters(panel.matches(".filters-open"));
      return;
    }
    const link = event.target.closest("a[data-nav]");
    if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    show(new URL(link.href), { history: "push", query: true, top: link.closest(".pager") !== null });
  });
  addEventListener("popstate", () => show(new URL(location.href), { query: true }));
  startHistogram(main, (from, to) => {
    document.getElementById("from").value = from;
    document.getElementById("to").value = to;
    show(formUrl(), { history: "push" });
  });
}

function later(history) {
  clearTimeout(timer);
  timer = setTimeout(() => show(formUrl(), { history }), pause);
}

/** On a narrow window: the mark is on what stays, since new results bring new filters. */
function openFilters(open) {
  main.classList.toggle("filtering", open);
  document.getElementById(open ? "filters" : "results").scrollIntoView({ block: "start" });
  main.querySelector(open ? "#filters input:not([type=hidden])" : "a.filters-open").focus({ preventScroll: true });
}

/** The address that the form's fields make, empty ones left out. */
function formUrl() {
  const url = new URL("/search", location.origin);
  for (const [name, value] of new FormData(form)) {
    const text = value.trim();
    if (text) url.searchParams.append(name, text);
  }
  if (!url.search) url.pathname = "/";
  return url;
}

async function show(url, { history: step, query = false, open = false, top = false } = {}) {
  clearTimeout(timer);
  pending?.abort();
  const request = pending = new AbortController();
  main.setAttribute("aria-busy", "true");
  try {
    const address = new URL(`/search/results${url.search}`, location.origin);
    if (step === "replace") address.searchParams.set("typing", "1");
    const answer = await fetch(address, { signal: request.signal, headers: { Accept: "text/html" } });
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    const html = await answer.text();
    if (request.signal.aborted) return;
    if (step === "push" && url.href !== location.href) history.pushState(null, "", url);
    else if (step === "replace") history.replaceState(null, "", url);
    if (query) box.value = url.searchParams.get("q") ?? "";
    place(html);
    document.title = `${box.value.trim() ? `${box.value.trim()} · ` : ""}Winnow`;
    if (top) scrollTo({ top: 0 });
    const direct = main.querySelector("[data-direct]")?.dataset.direct;
    if (open && direct) location.assign(direct);
  } catch (error) {
    // Where the script fails the plain page still answers.
    if (error.name !== "AbortError" && step !== "replace") location.assign(url);
  } finally {
    if (pending === request) main.setAttribute("aria-busy", "false");
  }
}

/** Puts new results in, keeping the reader's place: focus, open lists, the filters' panel. */
function place(html) {
  const focused = main.contains(document.activeElement) ? document.activeElement.id : "";
  const openLists = [...main.querySelectorAll(".filters details[open]")].map(list => list.id);
  main.innerHTML = html;
  for (const id of openLists) document.getElementById(id)?.setAttribute("open", "");
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  document.body.classList.toggle("home", main.querySelector("[data-home]") !== null);
  const feed = main.querySelector("a.feed");
  if (feed) document.querySelector("link[type='application/atom+xml']")?.setAttribute("href", feed.getAttribute("href"));
  for (const back of document.querySelectorAll("#votes [name=back], #keeping [name=back]")) back.value = location.pathname + location.search;
  live.textContent = document.getElementById("count")?.innerText ?? "";
  typesetMath(main);
}
