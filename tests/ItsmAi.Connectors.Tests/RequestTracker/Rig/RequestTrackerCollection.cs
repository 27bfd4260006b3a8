namespace ItsmAi.Connectors.Tests.RequestTracker.Rig;

/// <summary>The tests that share one running Request Tracker.</summary>
[CollectionDefinition(Name)]
public sealed class RequestTrackerCollection : ICollectionFixture<RequestTrackerRig>
{
    public const string Name = "a real Request Tracker";
}
