using ItsmAi.Connectors.ServiceBus;
using ItsmAi.Desk.Events;
using ItsmAi.Governance.Receipts.Anchors;
using ItsmAi.Governance.Records;

namespace ItsmAi.Hosting;

/// <summary>Where the application keeps things: embedded in one folder, or in a cloud.</summary>
/// <param name="Unsent">The intake that may have accepted and not sent; null where both are one transaction.</param>
public sealed record Stores(
    IRecordStore Records, IEventIntake Intake, ServiceBusIntake? Unsent, IDeadLetters Letters, IAnchorStore Anchors);
