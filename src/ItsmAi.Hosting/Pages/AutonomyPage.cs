using System.Globalization;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Outcomes;
using ItsmAi.Hosting.Calls;
using ItsmAi.Hosting.Pages.Frame;

namespace ItsmAi.Hosting.Pages;

/// <summary>The page at <c>/autonomy</c>: what each class has earned, on which numbers, and what it lacks for more.</summary>
internal static class AutonomyPage
{
    public static Uri Address { get; } = new("/autonomy", UriKind.Relative);

    public static WebAnswer Of(IReadOnlyList<Standing> standings) =>
        PageFrame.Answer(200, "What has been earned", page =>
        {
            page.Open("p").Link(new Uri("/", UriKind.Relative), "All decisions").Close("p");
            page.Open("ul", "tiles");
            foreach (var level in Enum.GetValues<AutonomyLevel>().Reverse())
                page.Open("li").Element("b", $"{standings.Count(one => one.Level == level)}").Element("span", InWords(level)).Close("li");
            page.Close("ul");
            if (standings.Count == 0) page.Open("section", "card").Paragraph("Nothing has been measured yet.").Close("section");
            else Table(page, standings);
            page.Paragraph(
                "A rung more is proposed where the lower bound of first time right bears it, and takes effect when somebody who "
                + "does not own the use case approves it: itsmai autonomy approve, or POST /api/autonomy/{proposal}/approve. What "
                + "outcomes take away is gone at once.", "quiet");
        });

    private static void Table(Html page, IReadOnlyList<Standing> standings)
    {
        page.Open("section", "card wide").Open("table", "stack").Element("caption", "Actions, classes and teams");
        page.Heads("Class", "Team", "Level", "Right the first time", "Overridden", "Bounces", "What it lacks for more");
        foreach (var one in standings.OrderByDescending(one => one.Level).ThenBy(one => one.Label, StringComparer.Ordinal)) Row(page, one);
        page.Close("tbody").Close("table").Close("section");
    }

    private static void Row(Html page, Standing one)
    {
        page.Open("tr");
        Cell(page, "Class", "lead").Text(one.Label).Element("small", $"{one.Key.Action}, class {one.Key.ClassId}").Close("td");
        Cell(page, "Team").Text(one.Key.Team).Close("td");
        Cell(page, "Level").Element("span", InWords(one.Level), $"verdict {StyleOf(one.Level)}").Close("td");
        Share(page, "Right", one.Measured);
        Share(page, "Overridden", one.Overridden);
        Cell(page, "Bounces").Text($"{one.Bounces}");
        if (one.Bounces > 0) page.Element("small", $"{one.MinutesLost.ToString("0", CultureInfo.InvariantCulture)} minutes lost");
        page.Close("td");
        Cell(page, "Lacks").Text(one.Proposal is { } open ? $"{open.To} is proposed and waits for a person" : one.Missing ?? "nothing");
        if (one.Proposal is { } waiting) page.Element("code", waiting.Id);
        page.Close("td").Close("tr");
    }

    private static void Share(Html page, string label, MeasuredShare share)
    {
        Cell(page, label).Text(share.Of == 0 ? "not measurable" : $"{share.Right} of {share.Of}");
        if (share.Of > 0) page.Element("small", string.Create(CultureInfo.InvariantCulture, $"{share.Lower:0.00} to {share.Upper:0.00}"));
        page.Close("td");
    }

    private static Html Cell(Html page, string label, string? style = null) =>
        page.Open("td", style, ("data-label", label));

    private static string InWords(AutonomyLevel level) => level switch
    {
        AutonomyLevel.Off => "off",
        AutonomyLevel.Shadow => "only observed",
        AutonomyLevel.Suggest => "suggested",
        AutonomyLevel.ApproveFirst => "done when approved",
        AutonomyLevel.Auto => "done by itself",
    };

    private static string StyleOf(AutonomyLevel level) => level switch
    {
        AutonomyLevel.Auto => "act",
        AutonomyLevel.ApproveFirst or AutonomyLevel.Suggest => "propose",
        AutonomyLevel.Shadow => "observe",
        AutonomyLevel.Off => "refuse",
    };
}
