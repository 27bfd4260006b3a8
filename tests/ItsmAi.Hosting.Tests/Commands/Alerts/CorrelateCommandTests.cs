using ItsmAi.Hosting.Commands;

namespace ItsmAi.Hosting.Tests.Commands.Alerts;

public sealed class CorrelateCommandTests
{
    [Fact]
    public async Task Alerts_of_a_file_are_grouped_and_a_bad_line_is_named_while_the_rest_goes_on()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var (alerts, graph, groups) = (Path.Combine(folder.FullName, "a.jsonl"), Path.Combine(folder.FullName, "g.json"), Path.Combine(folder.FullName, "o.csv"));
            await File.WriteAllTextAsync(alerts, """
                {"id":"1","time":"2026-03-02T09:00:00Z","name":"Down","source":"prom","service":"db"}
                {"id":"2","time":"2026-03-02T09:01:00","name":"Slow","source":"prom","service":"shop"}
                {"id":"3","time":"yesterday","name":"Slow","source":"prom"}
                {"id":"4","time":"2026-03-02T09:02:00Z","name":"Down","source":"prom","service":"db","status":"resolved"}
                {"id":"5","time":"2026-03-02T09:03:00Z","name":"Full","source":"prom","service":"lone"}
                """, TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(graph, """
                {"services":[{"name":"shop","tier":1},{"name":"db"},{"name":"lone"}],"dependencies":[{"service":"shop","dependsOn":"db"}]}
                """, TestContext.Current.CancellationToken);
            var (output, error) = (new StringWriter(), new StringWriter());

            var code = await Cli.Run(
                ["correlate", "--alerts", alerts, "--out", groups, "--graph", graph], output, error, TimeProvider.System, TestContext.Current.CancellationToken);

            Assert.Equal(Cli.Finding, code);
            Assert.Contains("line 3, time: \"yesterday\" is not an ISO 8601 time", error.ToString(), StringComparison.Ordinal);
            Assert.Equal(["alert_id,group_id", "1,g1", "2,g1", "3,g3", "4,g1", "5,g5"], await File.ReadAllLinesAsync(groups, TestContext.Current.CancellationToken));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
