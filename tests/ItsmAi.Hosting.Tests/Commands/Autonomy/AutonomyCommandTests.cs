using System.Text.Json;
using System.Text.RegularExpressions;

namespace ItsmAi.Hosting.Tests.Commands.Autonomy;

public sealed class AutonomyCommandTests(TriedFolder folder) : IClassFixture<TriedFolder>
{
    [Fact]
    public void A_trial_leaves_out_what_the_model_was_trained_on_and_counts_every_ticket()
    {
        var counts = Regex.Match(folder.Said, @"observed (\d+) tickets, abstained on (\d+), left out (\d+) that the model was trained on");

        // Two are of the training; a few of the others are worded as one of it.
        Assert.True(counts.Success, folder.Said);
        Assert.InRange(int.Parse(counts.Groups[3].Value), 2, 50);
        Assert.Equal(702, counts.Groups.Values.Skip(1).Sum(count => int.Parse(count.Value)));
    }

    [Fact]
    public async Task The_list_gives_every_share_with_its_n_and_interval()
    {
        var (exit, said) = await TriedFolder.Run("autonomy", "list", "--json", "--data", folder.Data);

        Assert.Equal(0, exit);
        using var json = JsonDocument.Parse(said);
        Assert.True(json.RootElement.GetArrayLength() >= 8);
        Assert.Contains(json.RootElement.EnumerateArray(), one =>
            one.GetProperty("firstTimeRight") is { ValueKind: JsonValueKind.Object } share
            && share.GetProperty("n").GetInt32() >= 20
            && share.GetProperty("lower").GetDouble() < share.GetProperty("upper").GetDouble());
    }

    [Fact]
    public async Task A_proposal_takes_somebody_who_is_not_the_owner_and_is_answered_once()
    {
        var (_, proposed) = await TriedFolder.Run("autonomy", "propose", "--data", folder.Data);
        var id = proposed.Split(' ')[0];

        Assert.Equal(2, (await Approve(id, "desk.lead")).Exit);
        Assert.Equal(2, (await Approve(id, "itsmai-bot")).Exit);
        Assert.Equal(0, (await Approve(id, "quality.lead")).Exit);
        var (exit, said) = await Approve(id, "quality.lead");

        Assert.Equal(2, exit);
        Assert.Contains($"proposal: \"{id}\" waits for nobody", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rejection_names_its_reason_and_a_person_lowers_at_once()
    {
        var (_, proposed) = await TriedFolder.Run("autonomy", "propose", "--data", folder.Data);
        var id = proposed.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1].Split(' ')[0];

        var (rejected, _) = await TriedFolder.Run(
            "autonomy", "reject", id, "--by", "quality.lead", "--reason", "after the audit", "--data", folder.Data);
        var (lowered, said) = await TriedFolder.Run(
            "autonomy", "lower", "printing", "--team", "Hardware", "--to", "Shadow", "--reason", "an audit", "--by", "kim",
            "--data", folder.Data);
        var (again, why) = await TriedFolder.Run(
            "autonomy", "lower", "printing", "--team", "Hardware", "--to", "Auto", "--reason", "an audit", "--by", "kim",
            "--data", folder.Data);

        Assert.Equal((0, 0, 2), (rejected, lowered, again));
        Assert.Contains("Shadow", said, StringComparison.Ordinal);
        Assert.Contains("is not below", why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_set_for_a_class_is_listed_and_a_label_is_given_once()
    {
        async Task<int> Classes(params string[] line) =>
            (await TriedFolder.Run(["classes", .. line, "--by", "kim", "--reason", "a test", "--data", folder.Data])).Exit;

        Assert.Equal(0, await Classes("block", "access-rights"));
        Assert.Equal(0, await Classes("threshold", "account-sign-in", "--at", "0.97"));
        Assert.Equal(0, await Classes("rename", "mail-and-meetings", "--to", "collaboration"));
        Assert.Equal(2, await Classes("rename", "remote-access", "--to", "printing"));
        Assert.Equal(2, await Classes("block", "nothing-of-that-name"));
        var (_, said) = await TriedFolder.Run("classes", "list", "--data", folder.Data);

        Assert.Contains("access-rights (access-rights): BLOCKED: a test", said, StringComparison.Ordinal);
        Assert.Contains("acts from 0.97 on", said, StringComparison.Ordinal);
        Assert.Contains("collaboration (mail-and-meetings): also mail-and-meetings", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("autonomy", "list")]
    [InlineData("classes", "list")]
    public async Task A_folder_that_nothing_was_served_from_is_named(string noun, string verb)
    {
        var (exit, said) = await TriedFolder.Run(noun, verb, "--data", "/nowhere/at/all");

        Assert.Equal(2, exit);
        Assert.Contains("/nowhere/at/all", said, StringComparison.Ordinal);
    }

    private Task<(int Exit, string Said)> Approve(string id, string by) =>
        TriedFolder.Run("autonomy", "approve", id, "--by", by, "--data", folder.Data);
}
