namespace ItsmAi.ServiceDeskWorld.Signals;

/// <summary>The ways in which a simulated measure goes about its limit, or stays away from it.</summary>
public enum SignalFamily
{
    DiskLinear,
    DiskCleanup,
    DiskSeasonal,
    DiskBursty,
    DiskAccel,
    MemLeak,
    MemLeakGc,
    Cert,
    MemRestart,
    FlatNoise,
    FlatSeasonal,
    SawStable,
    LevelShiftStable,
    StepThenFlat,
}
