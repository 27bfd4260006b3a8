namespace ItsmAi.Hosting.Tests.Reactions;

/// <summary>The same with a policy that lets it act by itself.</summary>
public sealed class ActingDesk : ProposingDesk
{
    protected override string Level => "Auto";
}
