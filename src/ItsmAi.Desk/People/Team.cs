namespace ItsmAi.Desk.People;

/// <summary>A resolver group, by the name that the desk shows: a queue, an assignment group.</summary>
public readonly record struct Team(string Name)
{
    public override string ToString() => Name;
}
