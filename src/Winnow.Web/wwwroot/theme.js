// Runs before the page is painted, so that a remembered theme never flashes; the policy allows no inline script.
"use strict";
(() => {
  const root = document.documentElement;
  root.classList.add("script");
  try {
    const theme = localStorage.getItem("winnow.theme");
    if (theme === "dark" || theme === "light") root.dataset.theme = theme;
  } catch {
    // A browser that refuses storage follows the system's theme.
  }
})();
