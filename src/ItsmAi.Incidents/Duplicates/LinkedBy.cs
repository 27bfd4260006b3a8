using System.Text.Json.Serialization;
using ItsmAi.Desk.People;

namespace ItsmAi.Incidents.Duplicates;

/// <summary>Who said that it is a duplicate.</summary>
[JsonDerivedType(typeof(Human), "human")]
[JsonDerivedType(typeof(Ai), "ai")]
public abstract record LinkedBy
{
    private LinkedBy()
    {
    }

    public sealed record Human(Person Who) : LinkedBy;

    public sealed record Ai : LinkedBy;
}
