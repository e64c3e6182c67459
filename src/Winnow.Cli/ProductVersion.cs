using System.Reflection;

namespace Winnow.Cli;

internal static class ProductVersion
{
    /// <summary>As in <c>0.1.0</c>, with the commit where the build knew it.</summary>
    public static string Text { get; } = typeof(ProductVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
}
