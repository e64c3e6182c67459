using Winnow.Index.Segments;

namespace Winnow.Index;

/// <summary>Changes an index. One at a time: a lock file in the folder keeps a second one out, of whatever process. Not thread-safe.</summary>
public sealed class IndexWriter : IDisposable
{
    private const string LockName = "write.lock";
    private const string SegmentExtension = ".segment";
    private const string DeletesExtension = ".deletes";

    private readonly string _folder;
    private readonly IndexSchema _schema;
    private readonly IndexWriterOptions _options;
    private readonly FileStream _lock;
    private readonly SegmentBuffer _buffer;
    private readonly List<LiveSegment> _segments = [];
    private readonly HashSet<SegmentReader> _changed = [];
    private readonly List<int> _scratch = [];
    private long _generation;
    private int _nextFile;

    private IndexWriter(string folder, IndexSchema schema, IndexWriterOptions options, FileStream lockFile)
    {
        (_folder, _schema, _options, _lock) = (folder, schema, options, lockFile);
        _buffer = new SegmentBuffer(schema, options.BufferedOccurrences);
    }

    /// <summary>The position of the last commit, 0 before the first.</summary>
    public long Position { get; private set; }

    /// <summary>Opens the index in <paramref name="folder"/>, which is created when it does not exist.</summary>
    /// <exception cref="IndexLockedException">Another writer is open.</exception>
    /// <exception cref="IndexSchemaException">The folder holds an index with other fields.</exception>
    /// <exception cref="IndexCorruptException">The folder holds an index that cannot be read.</exception>
    public static IndexWriter Open(string folder, IndexSchema schema, IndexWriterOptions? options = null)
    {
        schema.Validate();
        Directory.CreateDirectory(folder);
        var writer = new IndexWriter(folder, schema, options ?? new IndexWriterOptions(), Lock(folder));
        try
        {
            writer.Load();
            return writer;
        }
        catch
        {
            writer.Dispose();
            throw;
        }
    }

    /// <summary>Adds a document, or replaces the one with its id. Readers see it after the next <see cref="Commit"/>.</summary>
    public void Add(IndexDocument document)
    {
        DeleteFromSegments(document.Id);
        _buffer.Add(document);
        if (_buffer.Occurrences >= _options.BufferedOccurrences)
        {
            Flush();
        }
    }

    /// <summary>Forgets the document with this id, if there is one.</summary>
    public void Delete(long id)
    {
        if (!_buffer.Delete(id))
        {
            DeleteFromSegments(id);
        }
    }

    /// <summary>
    /// Publishes everything since the last commit atomically, together with the caller's position. What was not committed is lost when the process ends.
    /// </summary>
    public void Commit(long position)
    {
        Flush();
        Merge();
        for (var i = 0; i < _segments.Count; i++)
        {
            if (_changed.Contains(_segments[i].Reader))
            {
                var file = NextFile(DeletesExtension);
                _segments[i].Deletes!.Save(Path.Combine(_folder, file));
                _segments[i] = _segments[i] with { DeletesFile = file };
            }
        }

        _changed.Clear();
        _generation++;
        var entries = _segments.Select(segment => new ManifestEntry(segment.Reader.Name, segment.DeletesFile)).ToList();
        new Manifest(_schema, _generation, position, _nextFile, entries).Save(_folder);
        Position = position;
        Sweep();
    }

    public void Dispose()
    {
        foreach (var segment in _segments)
        {
            segment.Reader.Release();
        }

        _segments.Clear();
        _lock.Dispose();
    }

    private static FileStream Lock(string folder)
    {
        try
        {
            return new FileStream(Path.Combine(folder, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (e is not (DirectoryNotFoundException or PathTooLongException))
        {
            throw new IndexLockedException(folder, e);
        }
    }

    private void Load()
    {
        Manifest? manifest;
        try
        {
            manifest = Manifest.Load(_folder);
        }
        catch (IndexCorruptException) when (_options.Rebuild)
        {
            manifest = null;
        }

        if (manifest is null)
        {
            // After a damaged manifest the file numbers in use are unknown; new names must not meet old ones that readers may still map.
            _nextFile = Directory.EnumerateFiles(_folder).Select(FileNumber).DefaultIfEmpty(0).Max() + 1;
            return;
        }

        (_generation, _nextFile) = (manifest.Generation, manifest.NextFile);
        if (_options.Rebuild)
        {
            return;
        }

        if (!manifest.Schema.Equals(_schema))
        {
            throw new IndexSchemaException(_folder);
        }

        Position = manifest.Position;
        foreach (var entry in manifest.Entries)
        {
            _segments.Add(LiveSegment.Open(_folder, entry, _schema));
        }

        Sweep();
    }

    private static int FileNumber(string path)
    {
        var digits = Path.GetFileName(path).AsSpan();
        var end = digits.IndexOfAnyExceptInRange('0', '9');
        return int.TryParse(end < 0 ? digits : digits[..end], System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0;
    }

    private string NextFile(string extension) => _nextFile++.ToString("D6", System.Globalization.CultureInfo.InvariantCulture) + extension;

    private void DeleteFromSegments(long id)
    {
        for (var i = 0; i < _segments.Count; i++)
        {
            var segment = _segments[i];
            var document = segment.Reader.Find(id);
            if (document < 0 || segment.IsDeleted(document))
            {
                continue;
            }

            if (segment.Deletes is null)
            {
                segment = segment with { Deletes = new DeleteSet(segment.Reader.Documents, _schema.Texts.Count) };
                _segments[i] = segment;
            }

            segment.Deletes!.Add(segment.Reader, document, _scratch);
            _changed.Add(segment.Reader);
            return;
        }
    }

    private void Flush()
    {
        if (_buffer.Documents > 0)
        {
            var averages = Averages(_buffer.Documents, _buffer.LengthSum);
            Append(path => _buffer.WriteTo(path, averages));
        }

        _buffer.Clear();
        Merge();
    }

    private void Append(Action<string> write)
    {
        var name = NextFile(SegmentExtension);
        var path = Path.Combine(_folder, name);
        write(path);
        _segments.Add(new LiveSegment(SegmentReader.Open(path, _schema), null, null));
    }

    private float[] Averages(int buffered, Func<int, long> bufferedSum)
    {
        var documents = Math.Max(1, buffered + _segments.Sum(segment => (long)segment.LiveDocuments));
        return [.. Enumerable.Range(0, _schema.Texts.Count).Select(f => (float)(bufferedSum(f) + _segments.Sum(segment => segment.LengthSum(f))) / documents)];
    }

    private void Merge()
    {
        while (MergePolicy.Choose(_segments, _options.MergeFactor) is { Count: > 0 } chosen)
        {
            if (chosen.Any(segment => segment.LiveDocuments > 0))
            {
                Append(path => SegmentMerge.Write(path, chosen, _schema, Averages(0, _ => 0)));
            }

            foreach (var segment in chosen)
            {
                _segments.Remove(segment);
                _changed.Remove(segment.Reader);
                segment.Reader.Release();
            }
        }
    }

    /// <summary>Deletes the files of earlier commits and of writers that were killed. A file that a reader holds open on Windows stays until the next time.</summary>
    private void Sweep()
    {
        var used = _segments.SelectMany(segment => new[] { segment.Reader.Name, segment.DeletesFile }).ToHashSet(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(_folder))
        {
            var name = Path.GetFileName(path);
            if (FileNumber(name) == 0 || used.Contains(name))
            {
                continue;
            }

            try
            {
                File.Delete(path);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                continue;
            }
        }
    }
}
