namespace Winnow.Configuration;

/// <summary>A setting is wrong. The message names where it was set and what was expected.</summary>
public sealed class SettingsException(string message) : Exception(message);
