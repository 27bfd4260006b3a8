using System.Globalization;
using ItsmAi.Hosting.Files.Tables;
using ItsmAi.Learning.Retrieval;

namespace ItsmAi.Hosting.Files;

/// <summary>Writes <c>ranked.csv</c>: what was found for each question, the best first; a question that found nothing has no row.</summary>
public static class RankedFile
{
    public static FileProblem? Write(string path, IEnumerable<(string Question, IReadOnlyList<DocumentHit> Hits)> found)
    {
        try
        {
            using var writer = new StreamWriter(path);
            CsvLine.Write(writer, "query_id", "rank", "doc_id", "score");
            foreach (var (question, hits) in found)
            {
                for (var at = 0; at < hits.Count; at++)
                {
                    CsvLine.Write(
                        writer, question, (at + 1).ToString(CultureInfo.InvariantCulture), hits[at].Id,
                        hits[at].Score.ToString("F6", CultureInfo.InvariantCulture));
                }
            }

            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new FileProblem($"{path}: cannot be written: {exception.Message}");
        }
    }
}
