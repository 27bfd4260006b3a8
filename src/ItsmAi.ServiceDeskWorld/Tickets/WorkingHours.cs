namespace ItsmAi.ServiceDeskWorld.Tickets;

/// <summary>The company opens tickets from seven to eighteen o'clock, Monday to Friday.</summary>
internal static class WorkingHours
{
    private const int Opens = 7;
    private const int Closes = 18;

    /// <summary>The next moment at which somebody is at work, which may be <paramref name="at"/> itself.</summary>
    public static DateTimeOffset Next(DateTimeOffset at)
    {
        if (at.Hour >= Closes) at = Morning(at.AddDays(1));
        else if (at.Hour < Opens) at = Morning(at);
        while (at.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) at = Morning(at.AddDays(1));
        return at;
    }

    private static DateTimeOffset Morning(DateTimeOffset day) => new(day.Date.AddHours(Opens), day.Offset);
}
