namespace ItsmAi.Connectors.Webhooks;

/// <summary>How the bytes of a signature are written in a header.</summary>
public enum SignatureForm
{
    Hex,
    Base64,
}
