namespace ItsmAi.Changes.Scheduling;

/// <summary>What stands against a start. Where several do, the first of this order is named.</summary>
public enum StartObstacle
{
    Freeze,
    Window,
    Collision,
    Capacity,
    AiShare,
}
