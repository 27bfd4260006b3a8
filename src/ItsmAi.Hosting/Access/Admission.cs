using ItsmAi.Hosting.Calls;

namespace ItsmAi.Hosting.Access;

/// <summary>Whether a caller may do what was asked.</summary>
public abstract record Admission
{
    private Admission()
    {
    }

    /// <summary>They may.</summary>
    public sealed record Admitted(Caller Caller) : Admission;

    /// <summary>They may not, and this is what they are told.</summary>
    public sealed record Refused(WebAnswer Answer) : Admission;
}
