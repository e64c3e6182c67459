// Typesets span.math with KaTeX, which is fetched only for a page that holds maths.
const delimiters = [["$$", "$$", true], ["\\[", "\\]", true], ["\\(", "\\)", false], ["$", "$", false]];
// KaTeX writes a style attribute into the MathML of these, which the policy refuses; the visible half alone is drawn by the object model.
const styled = /\\(pmb|fbox|boxed|fcolorbox|cancel|bcancel|xcancel|sout|enclose|angl|phase)\b/;
let katex;

export async function typeset(root) {
  const spans = root.querySelectorAll("span.math:not([data-set])");
  if (spans.length === 0) return;
  try {
    katex ??= load();
    const { render } = await katex;
    for (const span of spans) set(span, render);
  } catch {
    // The TeX stays readable.
  }
}

function set(span, render) {
  const source = span.textContent;
  const [open, close, displayMode] = delimiters.find(([open]) => source.startsWith(open));
  const tex = source.slice(open.length, -close.length);
  span.dataset.set = "";
  try {
    render(tex, span, { displayMode, throwOnError: true, strict: false, trust: false, errorColor: "currentColor", maxSize: 20, maxExpand: 200, output: styled.test(tex) ? "html" : "htmlAndMathml" });
    span.title = tex;
  } catch {
    span.textContent = source;
  }
}

function load() {
  const { katex: script, katexStyle } = document.body.dataset;
  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = katexStyle;
  const element = document.createElement("script");
  element.src = script;
  return new Promise((resolve, reject) => {
    element.onload = () => resolve(window.katex);
    element.onerror = reject;
    document.head.append(style, element);
  });
}
