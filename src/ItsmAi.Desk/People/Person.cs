namespace ItsmAi.Desk.People;

/// <summary>Somebody, by the account name that the desk or our own tokens give them.</summary>
public readonly record struct Person(string Account)
{
    public override string ToString() => Account;
}
