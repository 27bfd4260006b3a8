namespace ItsmAi.Governance.Records;

/// <summary>
/// Where a record lies: a collection (<c>receipts</c>, <c>obligations</c>), a partition whose records are written
/// together and read in order of their row, and the row.
/// </summary>
/// <param name="Collection">3 to 40 lower case letters and digits, a letter first.</param>
/// <param name="Partition">1 to 200 characters; any text, but for control characters.</param>
/// <param name="Row">As the partition; records of a partition are ordered by it, ordinal.</param>
public readonly record struct RecordKey(string Collection, string Partition, string Row)
{
    public override string ToString() => $"{Collection}/{Partition}/{Row}";
}
