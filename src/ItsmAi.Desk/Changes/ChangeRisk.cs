namespace ItsmAi.Desk.Changes;

/// <summary>How much a change may harm, in the three steps that change practices count in.</summary>
public enum ChangeRisk
{
    Low,
    Medium,
    High,
}
