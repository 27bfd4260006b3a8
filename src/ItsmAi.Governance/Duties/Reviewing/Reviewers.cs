using System.Globalization;
using System.Text;
using System.Text.Json;
using ItsmAi.Desk.People;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Records;

namespace ItsmAi.Governance.Duties.Reviewing;

/// <summary>How long reviewers look before they answer, a partition a reviewer.</summary>
public sealed class Reviewers(IRecordStore store)
{
    private const string Collection = "reviewers";
    private const string Record = "record";

    // Lower case, as no reviewer's partition is.
    private const string InPart = "in-part";

    /// <summary>Notes when somebody first saw the decision; later looks change nothing.</summary>
    public Task Opened(Person reviewer, string decision, DateTimeOffset at, CancellationToken stop) =>
        store.Insert(new NewRecord(OpenedKey(reviewer, decision), Encoding.UTF8.GetBytes(at.ToString("O"))), stop);

    public async Task<ReviewerRecord> Read(Person reviewer, CancellationToken stop) =>
        await store.Find(RecordOf(reviewer), stop) is { } row ? Parse(row) : ReviewerRecord.Empty;

    /// <summary>Takes the answer into the reviewer's record and judges it. The same answer again changes nothing.</summary>
    public async Task<ReviewerRecord> Answered(
        Person reviewer, string decision, bool approved, DateTimeOffset at, BrakeSettings brakes, CancellationToken stop)
    {
        var opened = await store.Find(OpenedKey(reviewer, decision), stop);
        var seconds = opened is null ? 0 : Math.Max(0, (at - TimeOf(opened)).TotalSeconds);
        while (true)
        {
            var row = await store.Find(RecordOf(reviewer), stop);
            var before = row is null ? ReviewerRecord.Empty : Parse(row);
            var after = Judged(before.With(new ReviewerAnswer(decision, approved, seconds), brakes.StampApprovals), decision, brakes);
            if (ReferenceEquals(before, after)) return after;
            var record = new NewRecord(
                RecordOf(reviewer), JsonSerializer.SerializeToUtf8Bytes(after, ReviewerJson.Default.ReviewerRecord));
            var answer = row is null ? await store.Insert(record, stop) : await store.Replace(record, row.Version, stop);
            if (answer is WriteAnswer.Written) return after;
        }
    }

    /// <summary>Notes that this reviewer's approval was the first of the two that the decision takes.</summary>
    public Task ApprovedInPart(Person reviewer, string decision, CancellationToken stop) =>
        store.Insert(new NewRecord(PartKey(decision), Encoding.UTF8.GetBytes(reviewer.Account)), stop);

    /// <summary>True where the first approval of the decision was this reviewer's, or may have been.</summary>
    public async Task<bool> HasApprovedInPart(Person reviewer, string decision, CancellationToken stop) =>
        await store.Find(PartKey(decision), stop) is { } row
        && SegregationOfDuties.MayBeSame(new Person(Encoding.UTF8.GetString(row.Content.Span)), reviewer);

    private static ReviewerRecord Judged(ReviewerRecord reviewer, string decision, BrakeSettings brakes) =>
        RubberStamp.Is(reviewer, brakes) switch
        {
            true when reviewer.Flag is null => reviewer with { Flag = decision },
            false when reviewer.Flag is not null => reviewer with { Flag = null },
            _ => reviewer,
        };

    private static DateTimeOffset TimeOf(Record row) =>
        DateTimeOffset.ParseExact(Encoding.UTF8.GetString(row.Content.Span), "O", CultureInfo.InvariantCulture);

    private static ReviewerRecord Parse(Record row) =>
        JsonSerializer.Deserialize(row.Content.Span, ReviewerJson.Default.ReviewerRecord) ?? ReviewerRecord.Empty;

    private static RecordKey RecordOf(Person reviewer) => new(Collection, PartitionOf(reviewer), Record);

    private static RecordKey OpenedKey(Person reviewer, string decision) => new(Collection, PartitionOf(reviewer), $"opened-{decision}");

    private static RecordKey PartKey(string decision) => new(Collection, InPart, decision);

    private static string PartitionOf(Person reviewer) => reviewer.Account.Trim().ToUpperInvariant();
}
