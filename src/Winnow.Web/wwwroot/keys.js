// Single-key shortcuts. They can be switched off, because speech input types letters too.
const stored = "winnow.keys";
let enabled = true;

export function startKeys() {
  enabled = read() !== "off";
  for (const box of document.querySelectorAll("[data-keys]")) {
    box.checked = enabled;
    box.addEventListener("change", () => choose(box.checked));
  }
  const help = document.getElementById("help");
  document.querySelector("[data-help]").addEventListener("click", event => {
    event.preventDefault();
    help.showModal();
  });
  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
    const typing = event.target instanceof Element && event.target.closest("input:not([type=checkbox]), textarea, select");
    if (event.key === "Escape" && typing && event.target.id === "q") leave(event.target);
    if (!enabled || typing || document.querySelector("dialog[open]")) return;
    const act = { "/": focusSearch, j: () => move(1), k: () => move(-1), "?": () => help.showModal() }[event.key];
    if (act) {
      event.preventDefault();
      act();
    }
  });
}

function focusSearch() {
  const box = document.getElementById("q");
  box.focus();
  box.select();
}

function leave(box) {
  box.blur();
  document.getElementById("main").focus({ preventScroll: true });
}

function move(step) {
  const titles = [...document.querySelectorAll("main a.title")];
  const here = titles.findIndex(title => title.closest(".paper").contains(document.activeElement));
  const next = titles[Math.max(0, here + step)];
  if (next) {
    next.focus({ preventScroll: true });
    next.closest(".paper").scrollIntoView({ block: "nearest" });
  }
}

function choose(on) {
  enabled = on;
  for (const box of document.querySelectorAll("[data-keys]")) box.checked = on;
  try {
    if (on) localStorage.removeItem(stored);
    else localStorage.setItem(stored, "off");
  } catch {
    // Without storage the choice lasts for this page.
  }
}

function read() {
  try {
    return localStorage.getItem(stored);
  } catch {
    return null;
  }
}
