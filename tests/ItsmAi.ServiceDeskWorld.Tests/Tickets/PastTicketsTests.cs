using ItsmAi.ServiceDeskWorld.Catalogue;

namespace ItsmAi.ServiceDeskWorld.Tests.Tickets;

public sealed class PastTicketsTests
{
    [Fact]
    public void About_one_in_twenty_is_mislabelled()
    {
        var history = Some.World().History(4000);

        // A wrong label is drawn like any other, so that at times it is the right one.
        Assert.InRange(history.Count(past => past.Label != past.Truth) / 4000.0, 0.03, 0.06);
    }

    [Fact]
    public void Every_category_occurs_and_names_its_own_team()
    {
        var history = Some.World().History(1000);

        Assert.All(Categories.All, category => Assert.Contains(history, past => past.Label == category.Id));
        Assert.All(history, past => Assert.Equal(Categories.Of(past.Label).Team, past.Team));
    }

    [Fact]
    public void The_past_is_past_in_order_and_resolved_after_it_was_opened()
    {
        var history = Some.World().History(500);

        Assert.Equal(history.OrderBy(past => past.Created).Select(past => past.Number), history.Select(past => past.Number));
        Assert.All(history, past => Assert.True(past.Created < Some.Monday && past.Resolved > past.Created));
    }

    [Fact]
    public void No_slot_is_left_unfilled() =>
        Assert.All(
            Some.World().History(2000),
            past => Assert.DoesNotMatch(@"\{[a-z]+\}", $"{past.Title} {past.Description}"));

    [Fact]
    public void The_item_that_a_ticket_names_is_the_one_it_speaks_of() =>
        Assert.All(
            Some.World().History(2000).Where(past => past.ConfigurationItem?.StartsWith("APP-", StringComparison.Ordinal) == true),
            past => Assert.DoesNotMatch(
                OtherApplication(past.ConfigurationItem!), $"{past.Title} {past.Description}".Replace("Harbour", "", StringComparison.OrdinalIgnoreCase)));

    private static string OtherApplication(string item) => string.Join('|', ConfigurationItems.Applications
        .Where(name => $"APP-{name.ToUpperInvariant()}" != item && name != "Harbour"));

    [Fact]
    public void Some_write_german_and_some_french()
    {
        var history = Some.World().History(1500);

        Assert.Contains(history, past => past.Description.Contains("Passwort", StringComparison.Ordinal));
        Assert.Contains(history, past => past.Description.Contains("mot de passe", StringComparison.Ordinal));
    }
}
