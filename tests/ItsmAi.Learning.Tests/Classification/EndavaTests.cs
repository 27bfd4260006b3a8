using System.IO.Compression;
using ItsmAi.Learning.Calibration;
using ItsmAi.Learning.Classification;
using ItsmAi.Learning.Training;

namespace ItsmAi.Learning.Tests.Classification;

/// <summary>Real tickets in eight categories, where that set lies beside the repository or in ITSMAI_DATA.</summary>
public sealed class EndavaTests
{
    [Fact]
    public void Categories_are_learned_as_well_as_the_plain_peers_do()
    {
        string folder = Path.Combine(Root, "it_tickets_endava");
        if (!Directory.Exists(folder))
            Assert.Skip($"it_tickets_endava is not in {Root}; set ITSMAI_DATA to the folder that holds it");
        CancellationToken stop = TestContext.Current.CancellationToken;
        TextClassifier classifier = TextClassifier.Train(
            Read(Path.Combine(folder, "train.csv.gz")),
            Read(Path.Combine(folder, "valid.csv.gz")),
            new TrainingOptions(),
            stop);
        ValidationFigures figures = classifier.Figures;
        TestContext.Current.SendDiagnosticMessage(figures.ToString());
        Assert.Equal(3_827, figures.Accuracy.Rows);
        Assert.True(figures.Accuracy.Share >= 0.855, $"accuracy {figures.Accuracy.Share:F4}");
        Assert.True(figures.CalibrationError <= 0.03, $"calibration error {figures.CalibrationError:F4}");
    }

    private static string Root
    {
        get
        {
            string? given = Environment.GetEnvironmentVariable("ITSMAI_DATA");
            if (!string.IsNullOrEmpty(given))
                return given;
            DirectoryInfo? at = new(AppContext.BaseDirectory);
            while (at is not null && !File.Exists(Path.Combine(at.FullName, "ItsmAi.sln")))
                at = at.Parent;
            return Path.GetFullPath(Path.Combine(at?.FullName ?? ".", "..", "shared", "data"));
        }
    }

    private static List<Example> Read(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        string[] lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("id,text,label", lines[0].Trim());
        return [.. lines.Skip(1).Select(Row)];
    }

    // This set's texts hold no line break, its ids and labels no comma: the commas at either end are the separators.
    private static Example Row(string line)
    {
        int last = line.LastIndexOf(',');
        return new Example(line[(line.IndexOf(',', StringComparison.Ordinal) + 1)..last], line[(last + 1)..].Trim());
    }
}
