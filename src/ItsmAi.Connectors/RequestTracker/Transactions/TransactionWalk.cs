namespace ItsmAi.Connectors.RequestTracker.Transactions;

/// <summary>What a walk over the transactions met, how far it came, and whether it met the end.</summary>
internal sealed record TransactionWalk(IReadOnlyList<TicketTransaction> Transactions, long UpTo, bool Ended);
