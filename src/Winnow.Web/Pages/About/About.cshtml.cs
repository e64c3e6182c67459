using System.Reflection;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Winnow.Papers;
using Winnow.Web.Hosting;

namespace Winnow.Web.Pages.About;

/// <summary>What the library holds and what Winnow is made of.</summary>
/// <param name="glance">Counts.</param>
/// <param name="services">The meaning of papers, where the site has one.</param>
internal sealed class AboutModel(LibraryGlance glance, IServiceProvider services) : PageModel
{
    public MeaningGlance? Meaning { get; private set; }

    public LibraryCounts Counts { get; private set; } = null!;

    public string Version { get; } = typeof(AboutModel).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Counts = await glance.CountAsync(cancel);
        Meaning = MeaningGlance.Of(services, Counts.Papers);
    }
}
