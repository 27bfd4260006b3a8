using System.Text;
using ItsmAi.Hosting.Files.Tables;
using ItsmAi.Learning.Retrieval;

namespace ItsmAi.Hosting.Files;

/// <summary>Articles read from a table (<c>id</c>, <c>title</c>, <c>body</c>), or from a folder of Markdown files.</summary>
public sealed record ArticleFile(string Name, IReadOnlyList<IndexedDocument> Articles)
{
    private const string FrontMatter = "---";

    /// <summary>Refuses a table without the columns, an empty id, an id given twice and a folder without articles.</summary>
    public static FileProblem? Read(string path, ColumnMap map, CancellationToken stop, out ArticleFile articles)
    {
        articles = new ArticleFile(path, []);
        return Directory.Exists(path) ? ReadFolder(path, stop, out articles) : ReadTable(path, map, stop, out articles);
    }

    private static FileProblem? ReadTable(string path, ColumnMap map, CancellationToken stop, out ArticleFile articles)
    {
        articles = new ArticleFile(path, []);
        var problem = Table.Read(path, map, stop, out var table);
        if (problem is not null || table is null) return problem;
        if (table.Rows.Count == 0) return new FileProblem($"{table.Name}: no rows");
        foreach (var column in new[] { "id", "body" })
        {
            if (table.Columns.Contains(column)) continue;
            var there = string.Join(", ", table.Columns);
            return new FileProblem($"{table.Name}: no column \"{column}\"; the columns are {there}; name one with --map column=field");
        }

        var (seen, read) = (new Dictionary<string, TableRow>(StringComparer.Ordinal), new List<IndexedDocument>());
        foreach (var row in table.Rows)
        {
            var id = row.Field("id");
            if (id.Length == 0) return new FileProblem($"{table.Name} {row.Place}: id is empty; every article needs one");
            if (!seen.TryAdd(id, row))
                return new FileProblem($"{table.Name} {row.Place}: id \"{id}\" repeats {seen[id].Place}; ids are unique");
            read.Add(new IndexedDocument(id, row.Field("title"), row.Field("body")));
        }

        articles = new ArticleFile(table.Name, read);
        return null;
    }

    private static FileProblem? ReadFolder(string path, CancellationToken stop, out ArticleFile articles)
    {
        articles = new ArticleFile(path, []);
        var read = new List<IndexedDocument>();
        foreach (var file in Directory.EnumerateFiles(path, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            stop.ThrowIfCancellationRequested();
            var name = Path.GetRelativePath(path, file).Replace('\\', '/');
            try
            {
                read.Add(Article(name[..^".md".Length], File.ReadAllText(file, new UTF8Encoding(false, throwOnInvalidBytes: true))));
            }
            catch (DecoderFallbackException)
            {
                return new FileProblem($"{name}: not UTF-8; save it as UTF-8 and try again");
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                return new FileProblem($"{name}: cannot be read: {exception.Message}");
            }
        }

        if (read.Count == 0) return new FileProblem($"{path}: no file in it ends in .md");
        articles = new ArticleFile(path, read);
        return null;
    }

    /// <summary>The title is the front matter's, else the first heading, else the file's name.</summary>
    private static IndexedDocument Article(string id, string text)
    {
        var lines = text.Split('\n').Select(line => line.TrimEnd('\r')).ToList();
        var end = lines is [FrontMatter, ..] ? lines.IndexOf(FrontMatter, 1) : -1;
        var said = lines.Take(Math.Max(end, 0)).FirstOrDefault(line => line.StartsWith("title:", StringComparison.Ordinal));
        var body = lines.Skip(end + 1).ToList();
        var heading = body.Find(line => line.StartsWith("# ", StringComparison.Ordinal));
        var title = said?["title:".Length..].Trim().Trim('"', '\'') ?? heading?[2..].Trim() ?? id;
        return new IndexedDocument(id, title, string.Join('\n', body));
    }
}
