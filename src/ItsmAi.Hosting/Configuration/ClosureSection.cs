using ItsmAi.Connectors.Yaml;
using ItsmAi.Desk.People;
using ItsmAi.Desk.Tickets;
using ItsmAi.Incidents.Closing;

namespace ItsmAi.Hosting.Configuration;

/// <summary>The part of a connection that is about closing: <c>closure</c>, and what the desk's own <c>statuses</c> mean.</summary>
internal static class ClosureSection
{
    public static ClosureRules? Read(YamlMap? closure)
    {
        if (closure is null) return null;
        var plain = new ClosureRules();
        var read = plain with
        {
            Wait = closure.Duration("wait") ?? plain.Wait,
            LeastCompleteness = closure.Number("leastCompleteness", 0, 1) ?? plain.LeastCompleteness,
            SampleShare = closure.Number("sample", 0, 1) ?? plain.SampleShare,
            WrongWithin = closure.Duration("wrongWithin") ?? plain.WrongWithin,
            Managers = (closure.Map("managers")?.Pairs() ?? new Dictionary<string, string>())
                .ToDictionary(pair => pair.Key, pair => new Person(pair.Value), StringComparer.OrdinalIgnoreCase),
            SecurityClasses = closure.Texts("securityClasses"),
            RegulatedServices = closure.Texts("regulatedServices"),
        };
        if (read.Wait < TimeSpan.FromHours(1))
            throw closure.Wrong("wait", closure.Text("wait"), "1h or longer; nobody answers faster than that");
        if (read.WrongWithin < TimeSpan.FromDays(1))
            throw closure.Wrong("wrongWithin", closure.Text("wrongWithin"), "1d or longer; sooner nobody has tried it");
        closure.RefuseOthers();
        return read;
    }

    public static IReadOnlyDictionary<string, TicketStatus> Statuses(YamlMap? statuses)
    {
        var read = new Dictionary<string, TicketStatus>(StringComparer.Ordinal);
        foreach (var (name, means) in statuses?.Pairs() ?? new Dictionary<string, string>())
        {
            read[name] = Enum.TryParse<TicketStatus>(means, ignoreCase: true, out var status) && Enum.IsDefined(status)
                ? status
                : throw statuses!.Wrong(name, means, $"one of {string.Join(", ", Enum.GetNames<TicketStatus>())}");
        }

        return read;
    }

    /// <exception cref="YamlFaultException">Nothing could ever be closed.</exception>
    public static void Check(YamlMap connection, ConnectionConfiguration read)
    {
        if (read.Closure is null) return;
        if (!read.Statuses.Values.Contains(TicketStatus.Closed))
            throw connection.Wrong("statuses", "", "there and name one that means Closed, since closure is there");
        if (read.ResolutionCodeField is null) throw connection.Wrong("resolutionCodeField", "", "there, since closure is there");
        if (read.ResolutionNotesField is null) throw connection.Wrong("resolutionNotesField", "", "there, since closure is there");
    }
}
