using ItsmAi.Desk.People;
using ItsmAi.Incidents.Triage;

namespace ItsmAi.Incidents.Tests.Triage;

public sealed class NamelessWordsTests
{
    [Theory]
    [InlineData("ana.silva@example.org", "vpn tunnel ana silva", "vpn tunnel")]
    [InlineData("asilva", "vpn silva tunnel", "vpn tunnel")]
    [InlineData("ana.silva", "silva's vpn", "vpn")]
    [InlineData("ana.silva", "ana_silva drsilvana vpn", "vpn")]
    [InlineData("Ana", "ANA banana vpn", "banana vpn")]
    [InlineData("j", "j vpn", "j vpn")]
    [InlineData("", "vpn", "vpn")]
    public void Words_of_the_requesters_name_are_no_reason(string account, string words, string kept) =>
        Assert.Equal(kept.Split(' '), NamelessWords.Of(words.Split(' '), new Person(account)));

    [Fact]
    public void No_receipt_learns_who_asked_or_who_has_it()
    {
        var ticket = Some.Ticket() with { Requester = new Person("tunnel.smith"), Assignee = new Person("bo") };

        var suggestion = TriageIncident.Suggest(ticket, _ => Some.Prediction(), "created", new TriageOptions());

        Assert.Contains("words that weighed: vpn", suggestion.Because);
        Assert.DoesNotContain(suggestion.Gates, gate => gate.Says.Contains("bo ", StringComparison.Ordinal));
        Assert.Contains(suggestion.Gates, gate => gate.Says == "somebody has taken it");
    }
}
