using Winnow.Browser.Tests.Site;
using Xunit;

namespace Winnow.Browser.Tests.Pages;

public sealed class AccessibilityTests(WinnowSite site)
{
    public static TheoryData<string> Everywhere => AppearanceTests.Everywhere;

    /// <summary>Names what a screen reader would stumble over.</summary>
    private const string Stumbles = """
        () => {
          const found = [];
          const shown = e => e.checkVisibility({ visibilityProperty: true });
          const name = e => (e.getAttribute("aria-label") ?? (e.labels && e.labels.length ? [...e.labels].map(l => l.textContent).join(" ") : e.textContent)).trim();
          for (const e of document.querySelectorAll("a[href], button, input:not([type=hidden]), select, summary"))
            if (shown(e) && !e.closest("[aria-hidden=true]") && !name(e)) found.push("no name: " + e.outerHTML.slice(0, 120));
          for (const e of document.querySelectorAll("[aria-hidden=true] a, [aria-hidden=true] button, [aria-hidden=true] input"))
            if (e.tabIndex >= 0) found.push("hidden but reachable: " + e.outerHTML.slice(0, 120));
          for (const e of document.querySelectorAll("[aria-labelledby], [aria-describedby]"))
            for (const id of (e.getAttribute("aria-labelledby") ?? e.getAttribute("aria-describedby")).split(" "))
              if (!document.getElementById(id)) found.push("names nothing: #" + id);
          const ids = [...document.querySelectorAll("[id]")].map(e => e.id);
          for (const id of new Set(ids.filter((id, i) => ids.indexOf(id) !== i))) found.push("twice: #" + id);
          if (document.querySelectorAll("main").length !== 1) found.push("not one main");
          if (document.querySelectorAll("main h1").length !== 1) found.push("not one h1");
          if (!document.querySelector("header") || !document.querySelector("footer") || !document.querySelector("nav[aria-label]")) found.push("landmarks");
          if (document.documentElement.lang !== "en" || !document.title) found.push("language or title");
          for (const e of document.querySelectorAll("svg")) if (!e.closest("[aria-hidden=true]") && !e.getAttribute("aria-label")) found.push("unnamed svg");
          let level = 0;
          for (const e of document.querySelectorAll("main h1, main h2, main h3, main h4")) {
            const next = Number(e.tagName[1]);
            if (next > level + 1) found.push(`from h${level} to h${next}: ` + e.textContent);
            level = next;
          }
          return found;
        }
        """;

    /// <summary>Texts whose contrast with what is behind them is below 4.5, or 3 when large (WCAG 2.2, 1.4.3).</summary>
    private const string Faint = """
        () => {
          const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
          const rgb = color => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1); return [...canvas.getImageData(0, 0, 1, 1).data]; };
          const light = ([r, g, b]) => [r, g, b].map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4).reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
          const behind = e => { for (; e; e = e.parentElement) { const color = rgb(getComputedStyle(e).backgroundColor); if (color[3] === 255) return color; } return [255, 255, 255, 255]; };
          const found = new Set();
          const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walk.nextNode()) {
            const e = walk.currentNode.parentElement;
            if (!walk.currentNode.data.trim() || !e.checkVisibility() || e.closest(".hidden, svg, .katex-mathml")) continue;
            const style = getComputedStyle(e);
            const [a, b] = [light(rgb(style.color)), light(behind(e))].sort((x, y) => y - x);
            const large = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.66 && Number(style.fontWeight) >= 700);
            const ratio = (a + 0.05) / (b + 0.05);
            if (ratio < (large ? 3 : 4.5)) found.add(`${ratio.toFixed(2)} ${e.tagName}.${e.className}`);
          }
          return [...found];
        }
        """;

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task Everything_has_a_name_and_a_place(string path)
    {
        await using var visit = await site.VisitAsync();
        await visit.GoAsync(path);
        Assert.Empty(await visit.Page.EvaluateAsync<string[]>(Stumbles));
    }

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task Text_stands_out_in_light_and_in_dark(string path)
    {
        foreach (var dark in (bool[])[false, true])
        {
            await using var visit = await site.VisitAsync(new VisitOptions(Dark: dark));
            await visit.GoAsync(path);
            Assert.Empty(await visit.Page.EvaluateAsync<string[]>(Faint));
        }
    }
}
