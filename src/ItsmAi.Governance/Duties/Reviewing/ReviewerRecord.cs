namespace ItsmAi.Governance.Duties.Reviewing;

/// <summary>What is remembered of one reviewer.</summary>
/// <param name="Answers">Newest last, one a decision.</param>
/// <param name="Flag">The decision on which the present spell of rubber-stamping began; null while there is none.</param>
public sealed record ReviewerRecord(IReadOnlyList<ReviewerAnswer> Answers, string? Flag)
{
    /// <summary>So many answers are judged; a policy that asks for more approvals keeps as many as it asks for.</summary>
    private const int Kept = 200;

    public static ReviewerRecord Empty { get; } = new([], null);

    /// <summary>The record after this answer. The same answer again changes nothing; another one takes its place.</summary>
    public ReviewerRecord With(ReviewerAnswer answer, int stampApprovals)
    {
        if (Answers.Any(one => one.Decision == answer.Decision && one.Approved == answer.Approved)) return this;
        var others = Answers.Where(one => one.Decision != answer.Decision);
        return this with { Answers = [.. others.Append(answer).TakeLast(Math.Max(Kept, stampApprovals))] };
    }

    /// <summary>The median of the seconds that approvals took; null where there is none.</summary>
    public double? MedianSeconds()
    {
        var seconds = Answers.Where(one => one.Approved).Select(one => one.Seconds).Order().ToList();
        if (seconds.Count == 0) return null;
        var middle = seconds.Count / 2;
        return seconds.Count % 2 == 1 ? seconds[middle] : (seconds[middle - 1] + seconds[middle]) / 2;
    }
}
