namespace ItsmAi.Hosting.Access;

/// <summary>What somebody is to us; each of the others may do what a viewer may, and its own.</summary>
public enum Role
{
    Viewer,
    Operator,
    Approver,
    PolicyOwner,
}
