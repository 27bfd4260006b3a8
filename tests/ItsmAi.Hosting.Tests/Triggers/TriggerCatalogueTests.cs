using System.Text.Json;
using System.Text.RegularExpressions;
using ItsmAi.Hosting.CustomHandler;
using ItsmAi.Hosting.Standalone;
using ItsmAi.Hosting.Tests.Files;
using ItsmAi.Hosting.Tests.Fakes;
using ItsmAi.Hosting.Triggers;

namespace ItsmAi.Hosting.Tests.Triggers;

public sealed class TriggerCatalogueTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_trigger_name_is_one_the_host_accepts()
    {
        var names = TriggerCatalogue.All.Select(trigger => trigger.Name).ToList();

        Assert.All(names, name => Assert.Matches(new Regex("^[a-z][a-z0-9_\\-]{0,127}$", RegexOptions.None, TimeSpan.FromSeconds(1)), name));
        Assert.DoesNotContain("host", names);
        Assert.Equal(names.Count, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void Every_schedule_is_one_that_we_keep_too() =>
        Assert.All(TriggerCatalogue.All.OfType<Trigger.Timer>(), timer => CronSchedule.Read(timer.Schedule));

    [Fact]
    public void The_table_of_triggers_is_the_approved_one() =>
        Assert.Equal(
            Repository.Read("tests/ItsmAi.HouseRules/Approved/triggers.approved.md"),
            TriggerTable.Markdown(TriggerCatalogue.All));

    [Fact]
    public void The_readme_shows_the_table_of_triggers()
    {
        Assert.SkipUnless(File.Exists(Path.Combine(Repository.Root, "README.md")), "there is no README.md yet");
        Assert.Contains(TriggerTable.Markdown(TriggerCatalogue.All), Repository.Read("README.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void Host_json_is_what_the_constants_say()
    {
        Assert.Equal(HostJson.Write(), Repository.Read("host.json"));
        using var host = JsonDocument.Parse(HostJson.Write());
        Assert.Equal(FunctionTimeout.Host, TimeSpan.Parse(host.RootElement.GetProperty("functionTimeout").GetString()!));
        Assert.True(FunctionTimeout.Reaction + FunctionTimeout.Grace < FunctionTimeout.Host);
    }

    [Fact]
    public async Task Each_function_has_the_folder_that_the_host_looks_for()
    {
        using var folder = new Folder();

        await FunctionFolders.Write(TriggerCatalogue.All, folder.PathOf("app"), Stop);

        foreach (var trigger in TriggerCatalogue.All)
        {
            using var json = JsonDocument.Parse(
                await File.ReadAllTextAsync(Path.Combine(folder.PathOf("app"), trigger.Name, "function.json"), Stop));
            Assert.False(json.RootElement.TryGetProperty("scriptFile", out _));
        }

        Assert.Equal(TriggerCatalogue.All.Count, Directory.GetFileSystemEntries(folder.PathOf("app")).Length);
    }

    [Theory]
    [InlineData(
        "receive-ticket",
        """
        {"bindings":[{"name":"req","type":"httpTrigger","direction":"in","authLevel":"function","methods":["post"],
        "route":"tickets/{connection}"},{"name":"res","type":"http","direction":"out"}]}
        """)]
    [InlineData(
        "handle-ticket",
        """
        {"bindings":[{"name":"message","type":"serviceBusTrigger","direction":"in","queueName":"ticket-events",
        "connection":"ServiceBusConnection","isSessionsEnabled":true,"dataType":"string"}]}
        """)]
    [InlineData(
        "verify-receipts",
        """
        {"bindings":[{"name":"timer","type":"timerTrigger","direction":"in","schedule":"0 15 3 * * *","useMonitor":true}],
        "retry":{"strategy":"fixedDelay","maxRetryCount":3,"delayInterval":"00:00:10"}}
        """)]
    [InlineData(
        "list-decisions",
        """
        {"bindings":[{"name":"req","type":"httpTrigger","direction":"in","authLevel":"anonymous","methods":["get"],
        "route":"decisions"},{"name":"res","type":"http","direction":"out"}]}
        """)]
    public void A_function_is_declared_as_the_host_reads_it(string name, string expected)
    {
        using var wanted = JsonDocument.Parse(expected);
        using var written = JsonDocument.Parse(FunctionJson.Write(TriggerCatalogue.All.Single(trigger => trigger.Name == name)));

        Assert.True(JsonElement.DeepEquals(wanted.RootElement, written.RootElement), written.RootElement.GetRawText());
    }
}
