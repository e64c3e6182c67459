using Winnow.Papers;

namespace Winnow.Trends.Signals;

/// <summary>A paper whose trend is out of date.</summary>
/// <param name="Id">The id under which its trend is or was stored; not the paper's own once it was merged into another.</param>
/// <param name="Mark">Tells whether it changed again: give it back with the update.</param>
/// <param name="Paper">The paper of that id, or null when the id is gone or no paper's own any more.</param>
/// <param name="Signals">Its signals.</param>
public sealed record StaleTrend(PaperId Id, long Mark, Paper? Paper, PaperSignals Signals);
