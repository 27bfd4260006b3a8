namespace ItsmAi.Governance.Tests.Fakes;

/// <summary>The process dies here.</summary>
internal sealed class Crash : Exception;
