using System.Globalization;
using ItsmAi.Hosting.Files.Tables;

namespace ItsmAi.Hosting.Files.Series;

/// <summary>Writes <c>scores.csv</c>: a row for each row of the series, its two fields as they were.</summary>
public static class ScoreFile
{
    /// <summary>Writes the scores, or says why that failed.</summary>
    public static FileProblem? Write(string path, SeriesFile series, IReadOnlyList<double> scores)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        CsvLine.Write(text, "timestamp", "value", "anomaly_score");
        for (int row = 0; row < scores.Count; row++)
        {
            SeriesRow given = series.Rows[row];
            CsvLine.Write(text, given.Timestamp, given.Value, scores[row].ToString("0.######", CultureInfo.InvariantCulture));
        }
        return WriteText(path, text.ToString());
    }

    /// <summary>Writes a text, or says why that failed.</summary>
    public static FileProblem? WriteText(string path, string text)
    {
        try
        {
            File.WriteAllText(path, text);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new FileProblem($"{path}: cannot be written: {exception.Message}");
        }
    }
}
