namespace ItsmAi.ServiceDeskWorld.Catalogue;

/// <summary>The company's taxonomy of incidents.</summary>
public static class Categories
{
    public static Category NetworkConnectivity { get; } =
        new("network-connectivity", Queues.Network, "Corporate network", 13);

    public static Category RemoteAccess { get; } = new("remote-access", Queues.Network, "Remote access", 12);

    public static Category AccountSignIn { get; } = new("account-sign-in", Queues.Identity, "Sign-in", 19);

    public static Category AccessRights { get; } = new("access-rights", Queues.Identity, "Access rights", 11);

    public static Category BusinessApplications { get; } =
        new("business-applications", Queues.Applications, "Business applications", 16);

    public static Category MailAndMeetings { get; } =
        new("mail-and-meetings", Queues.Applications, "Mail and meetings", 13);

    public static Category WorkplaceHardware { get; } = new("workplace-hardware", Queues.Hardware, "Workplace", 10);

    public static Category Printing { get; } = new("printing", Queues.Hardware, "Printing", 6);

    public static IReadOnlyList<Category> All { get; } =
    [
        NetworkConnectivity, RemoteAccess, AccountSignIn, AccessRights,
        BusinessApplications, MailAndMeetings, WorkplaceHardware, Printing,
    ];

    public static Category Of(string id) =>
        All.FirstOrDefault(category => category.Id == id)
        ?? throw new ArgumentOutOfRangeException(
            nameof(id), id, $"the categories are {string.Join(", ", All.Select(one => one.Id))}");
}
