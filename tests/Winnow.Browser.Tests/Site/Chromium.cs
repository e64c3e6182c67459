using Microsoft.Playwright;
using Xunit;

namespace Winnow.Browser.Tests.Site;

/// <summary>The browser of the machine; tests download none.</summary>
internal static class Chromium
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    // No sandbox: containers run as root. The rest keeps the browser from asking its makers for anything.
    private static readonly string[] Arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run", "--disable-default-apps"];

    /// <summary>The browser, or null with the test skipped; on a build server, where nobody would notice, a missing one is a failure.</summary>
    public static Task<IBrowser> LaunchAsync(IPlaywright playwright)
    {
        var path = Environment.GetEnvironmentVariable("WINNOW_CHROMIUM") ?? Places.FirstOrDefault(File.Exists);
        if (path is null)
        {
            Assert.SkipWhen(Environment.GetEnvironmentVariable("CI") != "true", "Chromium is not installed; set WINNOW_CHROMIUM to its path.");
            Assert.Fail("Chromium is not installed; set WINNOW_CHROMIUM to its path.");
        }

        return playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Args = Arguments });
    }
}
