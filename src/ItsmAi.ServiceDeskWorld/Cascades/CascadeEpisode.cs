namespace ItsmAi.ServiceDeskWorld.Cascades;

/// <summary>One fingerprint from firing to clear, in seconds from the start; without an incident it is noise.</summary>
internal sealed record CascadeEpisode(CascadeNode Service, string Name, string? Host, double Start, double End, int? Incident)
{
    public string Fingerprint => $"{Name}|{Service.Name}|{Host}";
}
