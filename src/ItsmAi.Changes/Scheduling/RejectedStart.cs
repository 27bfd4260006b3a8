namespace ItsmAi.Changes.Scheduling;

/// <summary>A time that was looked at and cannot be: what stands against it.</summary>
/// <param name="By">The freeze, the change or the ISO week; empty where it is no one thing.</param>
public sealed record RejectedStart(DateTimeOffset At, StartObstacle Obstacle, string By, string Says);
