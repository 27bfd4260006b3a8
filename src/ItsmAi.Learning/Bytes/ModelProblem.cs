namespace ItsmAi.Learning.Bytes;

/// <summary>Why bytes are not a model that this version can use, in words for whoever gave the file.</summary>
public sealed record ModelProblem(string Says);
