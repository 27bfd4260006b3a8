namespace ItsmAi.Governance.Prompting;

/// <summary>
/// Leaves a model alone that failed several times in a row (circuit breaker, Nygard 2007): while it is open nobody waits for it,
/// and after a while one question tries whether it is back.
/// </summary>
public sealed class ModelBreaker(ModelRules rules, TimeProvider clock)
{
    private readonly Lock _door = new();
    private int _failures;
    private DateTimeOffset? _openUntil;

    /// <summary>True where the model may be asked; whoever asks then says how it went.</summary>
    public bool TryEnter()
    {
        lock (_door)
        {
            if (_openUntil is not { } until) return true;
            if (clock.GetUtcNow() < until) return false;

            // One tries; the others wait until it is known how that went.
            _openUntil = clock.GetUtcNow() + rules.OpenFor;
            return true;
        }
    }

    public void Succeeded()
    {
        lock (_door) (_failures, _openUntil) = (0, null);
    }

    public void Failed()
    {
        lock (_door)
        {
            if (++_failures >= rules.FailuresToOpen) _openUntil = clock.GetUtcNow() + rules.OpenFor;
        }
    }
}
