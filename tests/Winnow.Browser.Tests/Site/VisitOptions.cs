namespace Winnow.Browser.Tests.Site;

/// <param name="Width">The window's width in pixels; below 500 it is a phone's.</param>
/// <param name="Dark">Whether the system prefers dark.</param>
/// <param name="Script">Whether scripts run.</param>
internal sealed record VisitOptions(int Width = 1440, bool Dark = false, bool Script = true);
