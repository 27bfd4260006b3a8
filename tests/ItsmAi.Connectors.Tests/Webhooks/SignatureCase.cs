using ItsmAi.Connectors.Webhooks;

namespace ItsmAi.Connectors.Tests.Webhooks;

/// <summary>One sender's way to sign, and the headers that it sends with the test's body.</summary>
public sealed record SignatureCase(string Name, HmacScheme Scheme, IReadOnlyDictionary<string, string> Headers)
{
    public override string ToString() => Name;
}
