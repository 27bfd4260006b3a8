namespace ItsmAi.Hosting.Files;

/// <summary>
/// Why a file cannot be used, in words for whoever gave it: the file, the row, the value, what would do.
/// </summary>
public sealed record FileProblem(string Says);
