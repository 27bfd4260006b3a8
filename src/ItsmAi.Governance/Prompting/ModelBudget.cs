using System.Globalization;
using System.Text.Json;
using ItsmAi.Governance.Records;

namespace ItsmAi.Governance.Prompting;

/// <summary>
/// What models may cost: tokens a ticket, tokens and money a day. What a question may cost at most is taken beforehand and what it did
/// not cost is given back, so that no crowd of questions goes beyond the bound and a sudden end only leaves too little.
/// </summary>
public sealed class ModelBudget(IRecordStore store, ModelRules rules, TimeProvider clock)
{
    private const string Collection = "modelbudget";

    /// <returns>Null where it is taken, else which bound it would go beyond.</returns>
    public async Task<string?> Take(string subject, int input, int output, CancellationToken stop)
    {
        var cost = rules.CostOf(input, output);
        if (await Change(DayRow(), spent => Fits(spent, input + output, cost), stop) is { } beyond) return beyond;
        if (await Change(KeyOf(subject), spent => spent.Tokens + input + output > rules.TokensPerTicket
            ? (null, $"{rules.TokensPerTicket} tokens a ticket are spent")
            : (spent.With(input + output, cost), null), stop) is not { } enough) return null;
        await Add(DayRow(), -input - output, -cost, stop);
        return enough;
    }

    /// <summary>Gives back what was taken and not spent, or takes the rest.</summary>
    public async Task Settle(string subject, (int Input, int Output) taken, ModelUsage? spent, CancellationToken stop)
    {
        var tokens = (spent?.Tokens ?? 0) - taken.Input - taken.Output;
        var cost = rules.CostOf(spent?.InputTokens ?? 0, spent?.OutputTokens ?? 0) - rules.CostOf(taken.Input, taken.Output);
        await Add(DayRow(), tokens, cost, stop);
        await Add(KeyOf(subject), tokens, cost, stop);
    }

    /// <summary>What was spent today.</summary>
    public async Task<ModelSpending> Today(CancellationToken stop) =>
        await store.Find(DayRow(), stop) is { } row ? Parse(row) : ModelSpending.Nothing;

    private (ModelSpending? After, string? Beyond) Fits(ModelSpending spent, int tokens, decimal cost)
    {
        if (spent.Tokens + tokens > rules.TokensPerDay) return (null, $"{rules.TokensPerDay} tokens a day are spent");
        return rules.CostPerDay is { } most && spent.Cost + cost > most
            ? (null, string.Create(CultureInfo.InvariantCulture, $"{most} a day is spent"))
            : (spent.With(tokens, cost), null);
    }

    private Task<string?> Add(RecordKey key, int tokens, decimal cost, CancellationToken stop) =>
        Change(key, spent => (spent.With(tokens, cost), null), stop);

    private async Task<string?> Change(
        RecordKey key, Func<ModelSpending, (ModelSpending? After, string? Beyond)> next, CancellationToken stop)
    {
        while (true)
        {
            var row = await store.Find(key, stop);
            var (after, beyond) = next(row is null ? ModelSpending.Nothing : Parse(row));
            if (after is null) return beyond;
            var record = new NewRecord(key, JsonSerializer.SerializeToUtf8Bytes(after, ModelJson.Default.ModelSpending));
            var answer = row is null ? await store.Insert(record, stop) : await store.Replace(record, row.Version, stop);
            if (answer is WriteAnswer.Written) return null;
        }
    }

    private RecordKey DayRow() =>
        new(Collection, "days", clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static RecordKey KeyOf(string subject) => new(Collection, "subjects", subject);

    private static ModelSpending Parse(Record row) => JsonSerializer.Deserialize(row.Content.Span, ModelJson.Default.ModelSpending)!;
}
