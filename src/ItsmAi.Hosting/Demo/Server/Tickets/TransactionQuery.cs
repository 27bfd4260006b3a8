using System.Globalization;
using System.Text.RegularExpressions;

namespace ItsmAi.Hosting.Demo.Server.Tickets;

/// <summary>
/// The part of Request Tracker's transaction search that the connector uses: terms joined by AND, and groups of terms
/// in parentheses joined by OR. A term that is not understood is refused, so that a new query fails loudly.
/// </summary>
internal sealed partial class TransactionQuery
{
    private readonly List<List<Func<DeskTransaction, bool>>> _groups = [];

    private TransactionQuery()
    {
    }

    /// <exception cref="FormatException">A term is not one of those that are understood.</exception>
    public static TransactionQuery Parse(string text)
    {
        var query = new TransactionQuery();
        foreach (var part in And().Split(text))
        {
            var group = part.Trim();
            if (group.StartsWith('(') && group.EndsWith(')')) group = group[1..^1];
            query._groups.Add([.. Or().Split(group).Select(term => Term(term.Trim()))]);
        }

        return query;
    }

    public bool Fits(DeskTransaction transaction) => _groups.TrueForAll(group => group.Exists(term => term(transaction)));

    private static Func<DeskTransaction, bool> Term(string text)
    {
        var match = Form().Match(text);
        var value = match.Groups["text"].Success ? match.Groups["text"].Value : match.Groups["number"].Value;
        return (match.Groups["field"].Value, match.Groups["is"].Value) switch
        {
            ("ObjectType", "=") => _ => value == "RT::Ticket",
            ("ObjectId", "=") => transaction => transaction.Ticket == Number(value),
            ("id", ">") => transaction => transaction.Id > Number(value),
            ("Type", "=") => transaction => transaction.Type == value,
            ("Type", "!=") => transaction => transaction.Type != value,
            ("Creator", "=") => transaction => transaction.Creator == value,
            ("Subject", "=") => transaction => transaction.Subject == value,
            ("NewCFValue", "=") => transaction => transaction.Type == "CustomField" && transaction.New == value,
            _ => throw new FormatException($"query: \"{text}\" is not understood by the simulated desk"),
        };
    }

    private static long Number(string digits) => long.Parse(digits, CultureInfo.InvariantCulture);

    // Neither word stands in a value: markers, accounts and types hold no blanks but for "ItsmAi <marker>".
    [GeneratedRegex(" AND (?![^(]*\\))", RegexOptions.None, 100)]
    private static partial Regex And();

    [GeneratedRegex(" OR ", RegexOptions.None, 100)]
    private static partial Regex Or();

    [GeneratedRegex(
        "^(?<field>[A-Za-z]+)\\s*(?<is>!=|=|>)\\s*('(?<text>[^']*)'|(?<number>\\d{1,18}))$",
        RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Form();
}
