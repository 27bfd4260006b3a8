namespace ItsmAi.ServiceDeskWorld.Catalogue;

/// <summary>The names under which the company keeps its devices and systems.</summary>
public static class ConfigurationItems
{
    /// <summary>
    /// What a ticket of this category names when it names an item; applications, devices and printers stand in the text.
    /// </summary>
    internal static string For(Category category, string siteCode, Random random) => category.Id switch
    {
        "network-connectivity" => $"{random.OneOf(["SW", "AP", "RTR"])}-{siteCode}-{random.Next(1, 20):00}",
        "remote-access" => $"VPN-GW-{random.Next(1, 4):00}",
        "account-sign-in" => random.OneOf(["IDP-PROD", "MFA-PROD", "DIR-PROD"]),
        "access-rights" => random.OneOf(["DIR-PROD", $"FS-{siteCode}-01", "ROLES-PROD"]),
        "mail-and-meetings" => random.OneOf(["MAIL-PROD", "MEET-PROD", "CAL-PROD"]),
        _ => throw new ArgumentOutOfRangeException(nameof(category), category.Id, "its items are named in the text"),
    };

    /// <summary>The business applications, by the names that people use.</summary>
    public static IReadOnlyList<string> Applications { get; } =
        ["Lodestar", "Harbour", "Almanac", "Quillbox", "Beacon"];

    /// <summary>Words that name a service or a device when they stand in a ticket's text.</summary>
    public static IReadOnlyList<string> KnownServices { get; } =
    [
        "VPN", "wifi", "WLAN", "network", "mailbox", "mail", "calendar", "printer", "Drucker", "imprimante",
        "laptop", "docking",
        "monitor", "headset", "shared folder", "password", "authenticator", "Passwort", .. Applications,
    ];
}
