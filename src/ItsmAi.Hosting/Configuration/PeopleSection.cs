using System.Globalization;
using System.Net.Mail;
using ItsmAi.Connectors.Yaml;
using ItsmAi.Desk.People;
using ItsmAi.Governance.Obligations.Owners;

namespace ItsmAi.Hosting.Configuration;

/// <summary>The part of the configuration that lists who can owe something.</summary>
internal static class PeopleSection
{
    public static IReadOnlyList<KnownPerson> Read(YamlMap root, SecretReader secrets)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var people = new List<KnownPerson>();
        foreach (var map in root.Maps("people"))
        {
            var one = One(map, secrets);
            if (!seen.Add(one.Person.Account)) throw map.Wrong("account", one.Person.Account, "unique; list everybody once");
            people.Add(one);
        }

        return people;
    }

    private static KnownPerson One(YamlMap map, SecretReader secrets)
    {
        var account = map.Text("account");
        if (string.IsNullOrWhiteSpace(account)) throw map.Wrong("account", account, "an account name");
        var read = new KnownPerson(new Person(account))
        {
            Mail = Mail(map),
            Teams = NotificationSection.SecretUrl(map, "teams", secrets),
            Manager = map.TextOrNull("manager") is { } manager ? new Person(manager) : null,
            Active = map.Flag("active") ?? true,
            Left = Left(map),
        };
        map.RefuseOthers();
        return read;
    }

    private static string? Mail(YamlMap map) => map.TextOrNull("mail") is not { } text ? null
        : MailAddress.TryCreate(text, out var address) && address.Address == text ? text
        : throw map.Wrong("mail", text, "an address such as kim@example.org");

    private static DateOnly? Left(YamlMap map)
    {
        if (map.TextOrNull("left") is not { } text) return null;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw map.Wrong("left", text, "a date such as 2026-12-31");
    }
}
