namespace ItsmAi.Governance.Prompting;

/// <summary>Somebody else's language model, as it is reached: it gets what was redacted, and what it says is untrusted.</summary>
public interface ILanguageModel
{
    /// <summary>Asks once; what may pass is tried again within the token's time.</summary>
    Task<ModelReply> Ask(ModelCall call, CancellationToken stop);
}
