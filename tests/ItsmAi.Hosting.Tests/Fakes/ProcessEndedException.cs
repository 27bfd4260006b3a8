namespace ItsmAi.Hosting.Tests.Fakes;

/// <summary>The process came to its end here; nothing in the application expects it.</summary>
internal sealed class ProcessEndedException : Exception;
