using ItsmAi.Desk.Tickets;

namespace ItsmAi.Connectors.RequestTracker.Writing;

/// <summary>Whether a ticket as it stands may be written to, and which fields are still to be written.</summary>
internal abstract record Judgement
{
    private Judgement()
    {
    }

    public sealed record Go(IReadOnlyList<FieldWrite> Open) : Judgement;

    public sealed record Stop(DeskAnswer.Overtaken Answer) : Judgement;

    public static Judgement Overtaken(string field, string says) => new Stop(new DeskAnswer.Overtaken(field, says));
}
