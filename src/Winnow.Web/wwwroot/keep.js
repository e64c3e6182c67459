// Keeps a paper in collections without leaving the page: the form of /keep, in a dialog. Where anything fails, the page of its own answers.
let dialog;
let typesetMath;

export function startKeep(typeset) {
  typesetMath = typeset;
  document.addEventListener("click", event => {
    const button = event.target instanceof Element ? event.target.closest("button[form=keeping]") : null;
    if (!button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(button);
  });
}

async function open(button) {
  const address = new URL(button.form.action);
  address.search = new URLSearchParams([...new FormData(button.form), [button.name, button.value]]);
  try {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    place(await answer.text(), button);
    if (!dialog.open) dialog.showModal();
  } catch {
    location.assign(address);
  }
}

function place(html, button) {
  const form = new DOMParser().parseFromString(html, "text/html").querySelector("form.keep-form");
  if (!form) throw new Error("no form");
  dialog ??= make();
  dialog.querySelector("form.keep-form")?.remove();
  dialog.append(form);
  typesetMath(form);
  form.querySelector("[data-close]").addEventListener("click", event => {
    event.preventDefault();
    dialog.close();
  });
  form.addEventListener("submit", event => {
    event.preventDefault();
    save(form, button);
  });
}

function make() {
  const made = document.createElement("dialog");
  made.id = "keep";
  made.setAttribute("aria-labelledby", "keep-title");
  const head = made.appendChild(document.createElement("form"));
  head.method = "dialog";
  head.className = "dialog-head";
  const title = head.appendChild(document.createElement("h2"));
  title.id = "keep-title";
  title.textContent = "Keep in a collection";
  const close = head.appendChild(document.createElement("button"));
  close.className = "icon";
  close.setAttribute("aria-label", "Close");
  close.textContent = "×";
  return document.body.appendChild(made);
}

async function save(form, button) {
  const sent = new FormData(form);
  try {
    const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(sent), redirect: "manual" });
    if (answer.type === "opaqueredirect") saved(form, button);
    else if (answer.ok) {
      place(await answer.text(), button);
      (dialog.querySelector("[autofocus]") ?? dialog).focus();
    } else complain(form, answer.status === 429 ? "These were many changes at once. Wait a moment, then save again." : "It could not be saved. Load the page again.");
  } catch {
    complain(form, "The server does not answer. Nothing was saved.");
  }
}

function saved(form, button) {
  const names = [...form.querySelectorAll("[name=in]:checked")].map(box => box.dataset.name);
  const made = form.elements.name.value.trim();
  if (made) names.push(made);
  dialog.close();
  if (document.querySelector("[data-kept]") || button.closest(".actions")) {
    // The page itself says where the paper is kept.
    location.reload();
    return;
  }
  const paper = button.value.split(" ")[0];
  for (const other of document.querySelectorAll("button[form=keeping]")) if (other.value.split(" ")[0] === paper) tell(other, names);
  document.getElementById("live").textContent = names.length > 0 ? `Kept in ${names.join(", ")}.` : "Kept nowhere any more.";
}

function tell(button, names) {
  button.classList.toggle("kept", names.length > 0);
  button.querySelector("span").textContent = names.length > 0 ? "Kept" : "Keep";
  button.setAttribute("aria-label", `${names.length > 0 ? `Kept in ${names.join(", ")}` : "Keep in a collection"}: ${button.dataset.title}`);
}

function complain(form, sentence) {
  const old = form.querySelector(".complaint");
  const line = old ?? document.createElement("p");
  line.className = "complaint";
  line.setAttribute("role", "alert");
  line.textContent = sentence;
  if (!old) form.querySelector(".keep-paper").after(line);
}
