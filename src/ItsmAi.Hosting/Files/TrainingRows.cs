using ItsmAi.Learning.Training;

namespace ItsmAi.Hosting.Files;

/// <summary>
/// Tickets as rows to learn from: the label, and team, impact and urgency where the file has them with
/// two values or more.
/// </summary>
internal sealed class TrainingRows
{
    private static readonly string[] MoreOutputs = ["team", "impact", "urgency"];

    private readonly TicketFile _tickets;
    private readonly TicketFile? _valid;
    private readonly string _label;
    private readonly Dictionary<string, string> _columns;

    public TrainingRows(TicketFile tickets, TicketFile? valid, string label)
    {
        (_tickets, _valid, _label) = (tickets, valid, label);
        _columns = new Dictionary<string, string>(StringComparer.Ordinal) { [OutputOf(label)] = label };
        foreach (string more in MoreOutputs)
            if (tickets.Columns.Contains(more) && LabelsOf(tickets, more).Skip(1).Any())
                _columns.TryAdd(more, more);
        Outputs = [.. _columns.Keys];
        Texts = Labelled(tickets);
        Validation = valid is null ? null : Labelled(valid);
    }

    public IReadOnlyList<string> Outputs { get; }

    public IReadOnlyList<LabelledText> Texts { get; }

    public IReadOnlyList<LabelledText>? Validation { get; }

    /// <summary>Refuses tickets that have no two labels to tell apart.</summary>
    public static FileProblem? TooFewLabels(TicketFile tickets, string label)
    {
        string[] labels = [.. LabelsOf(tickets, label).Take(2)];
        return labels.Length == 2 ? null : new FileProblem(
            $"{tickets.Name}: column \"{label}\" holds {(labels.Length == 0 ? "no label" : $"only \"{labels[0]}\"")}; "
            + "learning needs two different ones");
    }

    /// <summary>What is odd about the rows though it keeps nothing from being learned.</summary>
    public IEnumerable<string> Warnings()
    {
        int unlabelled = _tickets.Tickets.Count(ticket => ticket.Field(_label).Length == 0);
        if (unlabelled > 0)
            yield return $"{_tickets.Name}: {unlabelled} tickets have no {_label}; they are not learned from";
        var known = LabelsOf(_tickets, _label).ToHashSet(StringComparer.Ordinal);
        var unseen = (_valid?.Tickets ?? [])
            .Where(ticket => ticket.Field(_label) is { Length: > 0 } label
                && label != Example.OutOfScope && !known.Contains(label))
            .GroupBy(ticket => ticket.Field(_label), StringComparer.Ordinal);
        foreach (var group in unseen)
            yield return $"{_valid?.Name} {group.First().Row.Place}: label \"{group.Key}\" was never seen in "
                + $"training; {group.Count()} such tickets count as wrong";
    }

    private static string OutputOf(string label) => MoreOutputs.Contains(label) ? label : ModelFile.Category;

    private static IEnumerable<string> LabelsOf(TicketFile tickets, string column) =>
        tickets.Tickets.Select(ticket => ticket.Field(column))
            .Where(label => label.Length > 0 && label != Example.OutOfScope).Distinct(StringComparer.Ordinal);

    private LabelledText[] Labelled(TicketFile tickets) =>
        [.. tickets.Tickets.Select(ticket => new LabelledText(ticket.Id, ticket.Text, LabelsOf(ticket)))];

    private Dictionary<string, string> LabelsOf(TicketRow ticket)
    {
        var labels = new Dictionary<string, string>(_columns.Count, StringComparer.Ordinal);
        foreach ((string output, string column) in _columns)
            if (ticket.Field(column) is { Length: > 0 } label)
                labels[output] = label;
        return labels;
    }
}
