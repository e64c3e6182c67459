using System.Globalization;
using Winnow.Papers;
using Winnow.Trends.Topics.Counting;

namespace Winnow.Trends.Topics.Files;

/// <summary>Counts changes of the library into the folder's buckets. One at a time, over all processes; nothing is seen before <see cref="CommitAsync"/>.</summary>
internal sealed class TopicWriter : IDisposable
{
    /// <summary>A library in which this share of the papers got another text since they were counted is counted again.</summary>
    private const double LargestDrift = 0.05;

    /// <summary>Fewer are not worth a recount.</summary>
    private const int SmallestDrift = 200;

    private readonly string _folder;
    private readonly FileStream _lock;
    private readonly DateOnly _today;
    private readonly PaperPhrases _phrases = new();
    private readonly Dictionary<TopicWindow, TopicBucket?> _buckets = [];
    private readonly HashSet<TopicWindow> _changed = [];
    private readonly Dictionary<TopicSpan, DateOnly> _newest = [];
    private readonly PaperLedger _ledger;
    private readonly AcronymTable _acronyms;
    private TopicManifest _manifest;
    private bool _acronymsChanged;
    private long _drift;

    private TopicWriter(string folder, FileStream held, DateOnly today, TopicManifest manifest, bool fresh)
    {
        (_folder, _lock, _today, _manifest, _drift) = (folder, held, today, manifest, manifest.Drift);
        _ledger = fresh ? new PaperLedger() : PaperLedger.Read(Path.Combine(folder, manifest.LedgerFile), manifest.Ledger, manifest.LedgerSum);
        _acronyms = fresh ? new AcronymTable() : AcronymFile.Read(Path.Combine(folder, manifest.AcronymsFile));
        foreach (var window in manifest.Buckets.Keys)
        {
            Note(window);
        }
    }

    /// <summary>The library position of the last commit; 0 before the first, and when counting begins anew.</summary>
    internal long Position => _manifest.Position;

    /// <summary>Whether so many papers changed after they were counted that counting them all again is better.</summary>
    internal bool HasDrifted => _drift > Math.Max(SmallestDrift, LargestDrift * _ledger.Papers);

    internal int Papers => _ledger.Papers;

    /// <param name="folder">Where the topics are or will be.</param>
    /// <param name="today">No paper is of a later day.</param>
    /// <param name="anew">Counts from nothing; what is there goes on answering until the first commit.</param>
    /// <returns>Null when another process is counting.</returns>
    /// <exception cref="TopicsDamagedException">What is there cannot be read, and <paramref name="anew"/> was not asked for.</exception>
    internal static TopicWriter? TryOpen(string folder, DateOnly today, bool anew)
    {
        if (TopicLock.TryTake(folder) is not { } held)
        {
            return null;
        }

        try
        {
            var manifest = Manifest(folder, anew);
            var fresh = anew || manifest is null;
            // A new count writes files of names that were never used, so that the old ones can be read until it is done.
            var generation = fresh ? 1 + Math.Max(manifest?.Generation ?? 0, HighestGeneration(folder)) : manifest!.Generation;
            var start = fresh ? new TopicManifest(generation, 0, 0, 0, 0, Name("ledger", generation), "", new Dictionary<TopicWindow, BucketEntry>()) : manifest!;
            return new TopicWriter(folder, held, today, start, fresh);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    internal void Apply(PaperChange change)
    {
        var paper = change.Paper is { Withdrawn: false } present ? present : null;
        var appearance = paper is null ? null : Appearance.Of(paper, _today);
        var text = paper is null ? 0 : TextHash(paper);
        if (!_ledger.TryGet(change.Id.Value, out var counted, out var countedText))
        {
            if (appearance is { } first)
            {
                Count(paper!, first, 1);
                LearnAcronyms();
                _ledger.Put(change.Id.Value, first, text);
            }

            return;
        }

        if (text != countedText)
        {
            // Its old words are not known any more, so they stay counted.
            _drift++;
        }
        else if (appearance is { } corrected && corrected != counted)
        {
            Count(paper!, counted, -1);
            Count(paper!, corrected, 1);
        }

        if (appearance is null)
        {
            _drift += text == countedText ? 1 : 0;
            _ledger.Remove(change.Id.Value);
        }
        else if ((appearance, text) != (counted, countedText))
        {
            _ledger.Put(change.Id.Value, text == countedText ? appearance.Value : counted, text);
        }
    }

    /// <summary>Makes all that was applied visible at once, as of a library position.</summary>
    /// <param name="position">The library's position.</param>
    /// <param name="pace">Rests between two files.</param>
    /// <param name="cancel">Stops; nothing of it is visible then.</param>
    internal async Task CommitAsync(long position, Pace pace, CancellationToken cancel)
    {
        var generation = _manifest.Generation + 1;
        FoldOldMonths();
        var files = _manifest.Buckets.Where(pair => IsKept(pair.Key)).ToDictionary(pair => pair.Key, pair => pair.Value);
        foreach (var window in _changed.Where(IsKept))
        {
            var bucket = _buckets[window]!;
            files[window] = new BucketEntry(Name(window.ToString(), generation), bucket.Sketch.Width);
            var begun = pace.Begin();
            BucketFile.Write(Path.Combine(_folder, files[window].File), bucket);
            await pace.RestAsync(begun, cancel).ConfigureAwait(false);
        }

        _ledger.Write(Path.Combine(_folder, _manifest.LedgerFile));
        var acronyms = _manifest.AcronymsFile;
        if (_acronymsChanged || acronyms.Length == 0)
        {
            acronyms = Name("acronyms", generation);
            AcronymFile.Write(Path.Combine(_folder, acronyms), _acronyms);
        }

        _manifest = new TopicManifest(generation, position, _drift, _ledger.Entries, _ledger.Sum, _manifest.LedgerFile, acronyms, files);
        _manifest.Write(_folder);
        _manifest.Sweep(_folder);
        _changed.Clear();
        _acronymsChanged = false;
    }

    public void Dispose() => _lock.Dispose();

    /// <summary>0 stands for a paper that is gone.</summary>
    internal static uint TextHash(Paper paper) => (uint)KeyHash.Append(KeyHash.OfWord(paper.Title), KeyHash.OfWord(paper.Abstract)) | 1;

    private static TopicManifest? Manifest(string folder, bool anew)
    {
        try
        {
            return TopicManifest.Read(folder);
        }
        catch (TopicsDamagedException) when (anew)
        {
            return null;
        }
    }

    private static long HighestGeneration(string folder) => Directory.EnumerateFiles(folder)
        .Select(file => long.TryParse(Path.GetExtension(file).AsSpan().TrimStart('.'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
        .DefaultIfEmpty().Max();

    private static string Name(string what, long generation) => string.Create(CultureInfo.InvariantCulture, $"{what}.{generation}");

    private void Count(Paper paper, Appearance appearance, int weight)
    {
        _phrases.Read(paper);
        foreach (var window in appearance.Windows)
        {
            Note(window);
            if (Bucket(window) is { } bucket)
            {
                bucket.Add(_phrases, weight);
                _changed.Add(window);
            }
        }
    }

    private void LearnAcronyms()
    {
        foreach (var abbreviation in _phrases.Abbreviations)
        {
            _acronyms.Add(abbreviation);
            _acronymsChanged = true;
        }
    }

    private void Note(TopicWindow window)
    {
        if (!_newest.TryGetValue(window.Span, out var newest) || window.Start > newest)
        {
            _newest[window.Span] = window.Start;
        }
    }

    /// <summary>Null for a stretch that is too old to be kept.</summary>
    private TopicBucket? Bucket(TopicWindow window)
    {
        if (!IsKept(window))
        {
            _buckets[window] = null;
            return null;
        }

        if (!_buckets.TryGetValue(window, out var bucket) || bucket is null)
        {
            bucket = _manifest.Buckets.TryGetValue(window, out var entry) ? BucketFile.Read(Path.Combine(_folder, entry.File)) : new TopicBucket(window);
            _buckets[window] = bucket;
        }

        return bucket;
    }

    private bool IsKept(TopicWindow window) => Age(window) < BucketShape.Of(window.Span).Kept;

    /// <summary>How many stretches of its length lie between it and the newest.</summary>
    private int Age(TopicWindow window)
    {
        var newest = _newest[window.Span];
        return window.Span switch
        {
            TopicSpan.Day => newest.DayNumber - window.Start.DayNumber,
            TopicSpan.Week => (newest.DayNumber - window.Start.DayNumber) / 7,
            TopicSpan.Month => ((newest.Year - window.Start.Year) * 12) + newest.Month - window.Start.Month,
            _ => newest.Year - window.Start.Year,
        };
    }

    /// <summary>A month's counts are asked for less, and less finely, the older it gets.</summary>
    private void FoldOldMonths()
    {
        foreach (var window in _manifest.Buckets.Keys.Union(_changed).Where(window => window.Span == TopicSpan.Month && IsKept(window)).ToList())
        {
            var width = BucketShape.MonthWidth(Age(window));
            if ((_buckets.GetValueOrDefault(window)?.Sketch.Width ?? _manifest.Buckets[window].Width) > width && Bucket(window) is { } bucket)
            {
                while (bucket.Sketch.Width > width)
                {
                    bucket.Fold();
                }

                _changed.Add(window);
            }
        }
    }
}
