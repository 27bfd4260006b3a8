namespace ItsmAi.Incidents.Duplicates;

/// <summary>What became of a step of the graph.</summary>
public abstract record DuplicateAnswer
{
    private DuplicateAnswer()
    {
    }

    /// <summary>The graph after the step, and what is to be told on which ticket.</summary>
    public sealed record Moved(DuplicateGraph Graph, IReadOnlyList<DuplicateMove> Moves) : DuplicateAnswer
    {
        /// <summary>What the step took back from whoever linked; null where it took nothing back.</summary>
        public DuplicateOverride? Override { get; init; }
    }

    /// <summary>Nothing was changed.</summary>
    public sealed record Refused(string Because) : DuplicateAnswer;
}
