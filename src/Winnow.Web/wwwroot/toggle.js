// The theme button: remembers a choice that differs from the system's, forgets one that agrees with it.
const system = matchMedia("(prefers-color-scheme: dark)");

export function startTheme() {
  const button = document.querySelector("[data-theme-toggle]");
  const isDark = () => (document.documentElement.dataset.theme ?? (system.matches ? "dark" : "light")) === "dark";
  const tell = () => button.setAttribute("aria-pressed", String(isDark()));

  button.hidden = false;
  button.addEventListener("click", () => {
    const dark = !isDark();
    if (dark === system.matches) {
      delete document.documentElement.dataset.theme;
      remember(null);
    } else {
      document.documentElement.dataset.theme = dark ? "dark" : "light";
      remember(dark ? "dark" : "light");
    }
    tell();
  });
  system.addEventListener("change", tell);
  tell();
}

function remember(theme) {
  try {
    if (theme) localStorage.setItem("winnow.theme", theme);
    else localStorage.removeItem("winnow.theme");
  } catch {
    // Without storage the choice lasts for this page.
  }
}
