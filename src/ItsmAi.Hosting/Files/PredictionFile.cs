using System.Globalization;
using ItsmAi.Hosting.Files.Tables;
using ItsmAi.Learning.Classification;

namespace ItsmAi.Hosting.Files;

/// <summary>
/// Writes <c>predictions.csv</c>: a row a ticket in the input's order, the three most probable labels each.
/// </summary>
public static class PredictionFile
{
    /// <summary>Writes the predictions of the tickets, or says why that failed.</summary>
    public static FileProblem? Write(string path, IEnumerable<(TicketRow Ticket, Prediction Prediction)> predictions)
    {
        try
        {
            using var writer = new StreamWriter(path);
            CsvLine.Write(
                writer, "id", "label", "probability", "abstain", "second", "second_probability", "third",
                "third_probability");
            foreach ((TicketRow ticket, Prediction prediction) in predictions)
                Write(writer, ticket.Id, prediction);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new FileProblem($"{path}: cannot be written: {exception.Message}");
        }
    }

    private static void Write(StreamWriter writer, string id, Prediction prediction)
    {
        (string second, string secondProbability) = Place(prediction, 1);
        (string third, string thirdProbability) = Place(prediction, 2);
        (string first, string probability) = Place(prediction, 0);
        CsvLine.Write(
            writer, id, first, probability, prediction.Abstains ? "1" : "0", second, secondProbability, third,
            thirdProbability);
    }

    private static (string Label, string Probability) Place(Prediction prediction, int place) =>
        place >= prediction.Ranked.Count
            ? ("", "")
            : (prediction.Ranked[place].Label,
                prediction.Ranked[place].Probability.ToString("F6", CultureInfo.InvariantCulture));
}
