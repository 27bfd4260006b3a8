using ItsmAi.Learning.Classification;
using ItsmAi.Learning.Training;
using ItsmAi.ServiceDeskWorld.Tickets;

namespace ItsmAi.ServiceDeskWorld.Tests.Tickets;

public sealed class DifficultyTests(ITestOutputHelper output)
{
    private const int Learned = 2000;

    [Fact]
    public void A_classifier_gets_most_of_it_right_and_not_all()
    {
        var history = Some.World().History(Learned + 600);
        Example[] seen = [.. history.Take(Learned).Select(past => new Example(TextOf(past), past.Label))];

        var model = TextClassifier.Train(seen, null, new TrainingOptions(), TestContext.Current.CancellationToken);

        var unseen = history.Skip(Learned).ToList();
        var share = (double)unseen.Count(past => model.Predict(TextOf(past)).Label == past.Label) / unseen.Count;
        output.WriteLine($"{share:0.000} of {unseen.Count} tickets that training did not see; {model.Limits}");
        Assert.InRange(share, 0.86, 0.94);
    }

    private static string TextOf(PastTicket past) => $"{past.Title}\n{past.Description}";
}
