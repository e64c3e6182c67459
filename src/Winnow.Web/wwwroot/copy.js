// Copy buttons: they stand beside text that can be selected without them.
export function startCopy() {
  for (const button of document.querySelectorAll("[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      const text = document.getElementById(button.dataset.copy).textContent;
      const label = button.textContent;
      try {
        await navigator.clipboard.writeText(text);
        button.textContent = "Copied";
      } catch {
        // The clipboard is closed to pages that are not served securely: select the text for Ctrl+C instead.
        getSelection().selectAllChildren(document.getElementById(button.dataset.copy));
        button.textContent = "Selected";
      }
      document.getElementById("live").textContent = button.textContent;
      setTimeout(() => { button.textContent = label; }, 2000);
    });
  }
}
