namespace ItsmAi.Connectors.Webhooks;

/// <summary>The hash under a signature. SHA-1 is there because one sender knows no other.</summary>
public enum HmacAlgorithm
{
    Sha256,
    Sha1,
}
