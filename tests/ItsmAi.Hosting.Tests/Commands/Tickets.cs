using System.Text;

namespace ItsmAi.Hosting.Tests.Commands;

/// <summary>Made-up tickets of three kinds, easy to tell apart.</summary>
internal static class Tickets
{
    private static readonly string[] Mail = ["outlook", "mailbox", "calendar", "signature", "attachment"];
    private static readonly string[] Network = ["vpn", "wifi", "tunnel", "router", "latency"];
    private static readonly string[] Printing = ["printer", "toner", "paper", "duplex", "scan"];
    private static readonly string[] Filler = ["please", "help", "since", "monday", "my", "office", "urgent", "again"];

    public static string Csv(int rows, int seed, bool withTeam = false)
    {
        var random = new Random(seed);
        var csv = new StringBuilder(withTeam ? "id,title,description,label,team\n" : "id,text,label\n");
        for (int row = 0; row < rows; row++)
        {
            (string label, string team, string[] words) = random.Next(3) switch
            {
                0 => ("mail", "messaging", Mail),
                1 => ("network", "infrastructure", Network),
                _ => ("printing", "infrastructure", Printing),
            };
            string title = $"{Pick(random, words)} {Pick(random, words)}";
            string rest = $"{Pick(random, Filler)} {Pick(random, Filler)} {Pick(random, words)}";
            csv.Append(withTeam
                ? $"{seed}-{row:D4},{title},{rest},{label},{team}\n"
                : $"{seed}-{row:D4},{title} {rest},{label}\n");
        }
        return csv.ToString();
    }

    private static string Pick(Random random, string[] words) => words[random.Next(words.Length)];
}
