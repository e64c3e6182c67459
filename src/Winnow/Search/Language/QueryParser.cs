using System.Globalization;

namespace Winnow.Search.Language;

/// <summary>
/// Reads the query language. The grammar, in which anything that fits nowhere else is a word, so that no text is an error:
/// <code>
/// query   = clause*                      separated by white space
/// clause  = ["-"] (phrase | field | word)
/// phrase  = '"' text '"'
/// field   = name ":" (phrase | value)    name: author, title, venue, category, source, has
///         | "year:" (yyyy | yyyy..yyyy | yyyy.. | ..yyyy)
/// </code>
/// </summary>
public static class QueryParser
{
    public static ParsedQuery Parse(string text)
    {
        var reader = new Reader(QueryText.Clean(text, out var truncated));
        var length = 0;
        while (reader.ReadClause())
        {
            // Printed, a query can be longer than typed ("a"b"c" gains spaces); one whose spelling were cut would not be read back the same.
            length += reader.NewLength();
            if (length > QueryText.MaxLength)
            {
                reader.DropNew();
                truncated = true;
                break;
            }
        }

        if (truncated)
        {
            reader.Notes.Insert(0, string.Create(
                CultureInfo.InvariantCulture, $"The question is very long; only its first {QueryText.MaxLength:N0} characters were searched."));
        }

        return new ParsedQuery(reader.Clauses, reader.Notes);
    }

    private sealed class Reader(string text)
    {
        private int _at;
        private int _old;

        internal List<QueryClause> Clauses { get; } = [];

        internal List<string> Notes { get; } = [];

        /// <summary>Reads what stands next (a clause, several words that a field could not take, or nothing but a note) and returns whether there may be more.</summary>
        internal bool ReadClause()
        {
            _old = Clauses.Count;
            while (_at < text.Length && char.IsWhiteSpace(text[_at]))
            {
                _at++;
            }

            if (_at == text.Length)
            {
                return false;
            }

            // "--fast" and "-(" are words: an exclusion needs something that it could exclude.
            var excluded = text[_at] == '-' && _at + 1 < text.Length && (char.IsLetterOrDigit(text[_at + 1]) || QueryText.IsQuote(text[_at + 1]));
            if (excluded)
            {
                _at++;
            }

            if (QueryText.IsQuote(text[_at]))
            {
                ReadPhrase(excluded);
                return true;
            }

            var word = ReadBare();
            if (word == "-")
            {
                AddNote("A '-' on its own was ignored; write it right before the word to leave out.");
            }
            else if (!TryReadField(word, excluded))
            {
                Clauses.Add(new WordClause(word, excluded));
            }

            return true;
        }

        /// <summary>What the clauses of the last <see cref="ReadClause"/> add to the printed query.</summary>
        internal int NewLength() => Clauses.Skip(_old).Sum(clause => clause.ToString().Length + 1);

        internal void DropNew() => Clauses.RemoveRange(_old, Clauses.Count - _old);

        private void ReadPhrase(bool excluded)
        {
            if (!TryReadQuoted(out var phrase))
            {
                return;
            }

            if (phrase.Length == 0)
            {
                AddNote("Quotes with nothing between them were ignored.");
                return;
            }

            Clauses.Add(new PhraseClause(phrase, excluded));
        }

        /// <summary>At a quote. Without its closing partner the quote is skipped, so that what follows is read as words.</summary>
        private bool TryReadQuoted(out string quoted)
        {
            var start = ++_at;
            var end = start;
            while (end < text.Length && !QueryText.IsQuote(text[end]))
            {
                end++;
            }

            quoted = QueryText.CollapseSpaces(text.AsSpan(start, end - start));
            if (end == text.Length)
            {
                AddNote("A quote is not closed, so the words after it were searched one by one.");
                return false;
            }

            _at = end + 1;
            return true;
        }

        /// <summary>Up to white space or a quote.</summary>
        private string ReadBare()
        {
            var start = _at;
            while (_at < text.Length && !char.IsWhiteSpace(text[_at]) && !QueryText.IsQuote(text[_at]))
            {
                _at++;
            }

            return text[start.._at];
        }

        private bool TryReadField(string word, bool excluded)
        {
            var colon = word.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0)
            {
                return false;
            }

            var name = word.AsSpan(0, colon);
            var field = QueryFieldNames.Find(name);
            if (field is null && !QueryFieldNames.IsYear(name))
            {
                NoteUnknownField(word, colon);
                return false;
            }

            var value = word[(colon + 1)..];
            if (value.Length == 0 && _at < text.Length && QueryText.IsQuote(text[_at]) && !TryReadQuoted(out value))
            {
                return true;
            }

            if (value.Length == 0)
            {
                AddNote($"Nothing stands right after '{word}', so it was searched as a word.");
                Clauses.Add(new WordClause(name.ToString(), excluded));
                return true;
            }

            if (field is { } known)
            {
                return AddField(known, value, excluded);
            }

            if (YearRange.TryParse(value, out var from, out var to))
            {
                Clauses.Add(new YearClause(from, to, excluded));
                return true;
            }

            AddNote($"'{value}' is not a year or a range of years such as 2019..2023, so it was searched as words.");
            return AddWords(value, excluded);
        }

        private bool AddField(QueryField field, string value, bool excluded)
        {
            if (field != QueryField.Has)
            {
                Clauses.Add(new FieldClause(field, value, excluded));
                return true;
            }

            if (PaperAsset.IsKnown(value.ToLowerInvariant()))
            {
                Clauses.Add(new FieldClause(field, value.ToLowerInvariant(), excluded));
                return true;
            }

            AddNote($"'has:{value}' is not known (has:code, has:abstract and has:pdf are), so it was searched as words.");
            return AddWords(value, excluded);
        }

        /// <summary>The words of a value that its field could not take. A word that reads as a clause of its own would not survive printing, hence the plain ones only.</summary>
        private bool AddWords(string value, bool excluded)
        {
            foreach (var word in value.Split([' ', ':'], StringSplitOptions.RemoveEmptyEntries))
            {
                var plain = word.TrimStart('-');
                if (plain.Length > 0)
                {
                    Clauses.Add(new WordClause(plain, excluded && char.IsLetterOrDigit(plain[0])));
                }
            }

            return true;
        }

        /// <summary>Only for what looks meant as a field: "BERT:" in a title, "3:1" and URLs are words like any other.</summary>
        private void NoteUnknownField(string word, int colon)
        {
            var value = word.AsSpan(colon + 1);
            var quoted = value.IsEmpty && _at < text.Length && QueryText.IsQuote(text[_at]);
            var meant = quoted || (!value.IsEmpty && char.IsLetterOrDigit(value[0]));
            var name = word.AsSpan(0, colon);
            if (meant && name.Length >= 2 && !name.ContainsAnyExceptInRange('a', 'z'))
            {
                AddNote($"There is no field '{name}' (there are {QueryFieldNames.All}), so '{word}' was searched as words.");
            }
        }

        private void AddNote(string note)
        {
            if (!Notes.Contains(note))
            {
                Notes.Add(note);
            }
        }
    }
}
