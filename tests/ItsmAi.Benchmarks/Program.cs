using ItsmAi.Benchmarks;

var benchmarks = new Dictionary<string, Func<TextWriter, Task>>(StringComparer.Ordinal)
{
    ["accept"] = AcceptBenchmark.Run,
    ["receipts"] = ReceiptBenchmark.Run,
    ["start"] = StartBenchmark.Run,
    ["breach"] = output =>
    {
        BreachBenchmark.Run(output);
        return Task.CompletedTask;
    },
    ["policy"] = output =>
    {
        PolicyBenchmark.Run(output);
        return Task.CompletedTask;
    },
    ["cascades"] = output =>
    {
        CascadeBenchmark.Run(output);
        return Task.CompletedTask;
    },
    ["nab"] = output =>
    {
        NabBenchmark.Run(output);
        return Task.CompletedTask;
    },
    ["search"] = output =>
    {
        SearchBenchmark.Run(output);
        return Task.CompletedTask;
    },
    ["triage"] = output =>
    {
        TriageBenchmark.Run(output);
        return Task.CompletedTask;
    },
};

var wanted = args.Length == 0 ? [.. benchmarks.Keys] : args;
if (wanted.FirstOrDefault(name => !benchmarks.ContainsKey(name)) is { } unknown)
{
    await Console.Error.WriteLineAsync($"benchmark: \"{unknown}\" is not one; use {string.Join(", ", benchmarks.Keys)}");
    return 2;
}

foreach (var name in wanted) await benchmarks[name](Console.Out);
return 0;
