using System.Text;
using ItsmAi.ServiceDeskWorld.Catalogue;
using ItsmAi.ServiceDeskWorld.Company;

namespace ItsmAi.ServiceDeskWorld.Wording;

/// <summary>
/// What the slots of one ticket's sentences are filled with; the same slot says the same thing throughout.
/// </summary>
internal sealed class Slots
{
    private static readonly string[] Ago =
        [
            "this morning", "yesterday", "Monday", "the update last night", "last week",
            "about an hour ago", "the weekend",
        ];

    private static readonly string[] GermanAgo = ["heute früh", "gestern", "Montag", "dem Update", "letzter Woche"];

    private static readonly string[] Days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];

    private static readonly string[] Shares =
        ["Budget", "Drawings", "Contracts", "Team-Archive", "Price-Lists", "Audit", "Projects"];

    private static readonly string[] Modules = ["FI", "MM", "SD", "WM", "HRX"];

    private readonly Dictionary<string, string> _values;

    public Slots(Organisation organisation, Requester who, Category category, Random random)
    {
        var app = random.OneOf(ConfigurationItems.Applications);
        var asset = $"LT-{random.Next(1000, 6000)}";
        var printer = $"PRN-{who.SiteCode}-{random.Next(1, 25):00}";
        Item = category.Id switch
        {
            "business-applications" => $"APP-{app.ToUpperInvariant()}",
            "workplace-hardware" => asset,
            "printing" => printer,
            _ => ConfigurationItems.For(category, who.SiteCode, random),
        };
        _values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["account"] = who.Account.Account,
            ["ago"] = random.OneOf(Ago),
            ["vor"] = random.OneOf(GermanAgo),
            ["app"] = app,
            ["asset"] = asset,
            ["code"] = $"{random.OneOf(["E", "0x", "ERR-", ""])}{random.Next(100, 9000)}",
            ["colleague"] = random.OneOf(organisation.Requesters).Name,
            ["day"] = random.OneOf(Days),
            ["few"] = $"{random.Next(2, 30)}",
            ["floor"] = $"floor {random.Next(1, 6)}",
            ["item"] = Item,
            ["module"] = random.OneOf(Modules),
            ["number"] = $"{random.Next(2, 990)}",
            ["printer"] = printer,
            ["room"] = $"room {random.OneOf(["A", "B", "C"])}{random.Next(100, 420)}",
            ["share"] = random.OneOf(Shares),
            ["site"] = who.Site,
            ["unit"] = who.Unit,
        };
    }

    /// <summary>The configuration item that the ticket is about, whether or not it names it.</summary>
    public string Item { get; }

    public string Fill(string template)
    {
        var text = new StringBuilder(template.Length + 32);
        for (var at = 0; at < template.Length; at++)
        {
            var end = template[at] == '{' ? template.IndexOf('}', at) : -1;
            if (end < 0)
            {
                text.Append(template[at]);
                continue;
            }

            text.Append(_values[template[(at + 1)..end]]);
            at = end;
        }

        return text.ToString();
    }
}
