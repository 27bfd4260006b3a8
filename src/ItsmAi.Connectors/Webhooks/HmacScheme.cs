namespace ItsmAi.Connectors.Webhooks;

/// <summary>
/// How one kind of sender signs: where the signature stands, how it is written, and what it is made over.
/// </summary>
public sealed record HmacScheme
{
    public required string Header { get; init; }

    public HmacAlgorithm Algorithm { get; init; } = HmacAlgorithm.Sha256;

    public SignatureForm Form { get; init; } = SignatureForm.Hex;

    /// <summary>What precedes each signature, such as <c>sha256=</c> or <c>v1=</c>; empty for none.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>What parts several signatures in the header, such as a comma; null where there is one.</summary>
    public char? Separator { get; init; }

    /// <summary>The signed bytes, out of <c>{body}</c>, <c>{timestamp}</c>, <c>{id}</c> and literal text.</summary>
    public string SignedText { get; init; } = "{body}";

    /// <summary>Null where the time stands in the signature's own header, or nowhere.</summary>
    public string? TimestampHeader { get; init; }

    /// <summary>
    /// What precedes the time inside the signature's header, such as <c>t=</c>; null where it is not there.
    /// </summary>
    public string? TimestampPrefix { get; init; }

    public TimestampForm TimestampForm { get; init; } = TimestampForm.UnixSeconds;

    public string? IdHeader { get; init; }

    /// <summary>
    /// How far the sender's time may lie from ours, either way. Ignored where no time is signed: there, dropping
    /// repeated events is the protection against replay.
    /// </summary>
    public TimeSpan Tolerance { get; init; } = TimeSpan.FromMinutes(5);

    internal bool HasTimestamp => TimestampHeader is not null || TimestampPrefix is not null;
}
