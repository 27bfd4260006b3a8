using System.Security.Cryptography;
using System.Text;
using ItsmAi.Connectors.Yaml;
using ItsmAi.Desk.People;
using ItsmAi.Desk.Tickets;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Suggestions;

namespace ItsmAi.Connectors.Policies;

/// <summary>
/// Reads the policy that an organisation writes as YAML. The schema beside it says the same to an editor.
/// </summary>
public static class PolicyFile
{
    /// <summary>The policy in <paramref name="text"/>, or the first problem with its line and column.</summary>
    public static (PolicyDocument? Policy, PolicyProblem? Problem) Read(string text)
    {
        try
        {
            return (Document(YamlMap.Parse(text), VersionOf(text)), null);
        }
        catch (YamlFaultException fault)
        {
            return (null, new PolicyProblem(fault.Line, fault.Column, fault.Message));
        }
    }

    /// <summary>The first 12 characters of the text's SHA-256, line ends normalised.</summary>
    private static string VersionOf(string text) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"))).AsSpan(0, 6));

    private static PolicyDocument Document(YamlMap root, string version)
    {
        if (root.Whole("version", 1, 1) is null) throw root.Wrong("version", "", "there; write version: 1");
        var policy = new PolicyDocument(
            version,
            Owner(root),
            root.Duration("decideWithin") ?? TimeSpan.FromHours(8),
            root.Whole("actsPerTicketAndHour", 1, 100) ?? 6,
            [.. root.Maps("rules").Select(Rule)])
        {
            Author = root.TextOrNull("author") is { } author ? new Person(author) : null,
            Protected = root.Texts("protected"),
            Autonomy = PolicySections.Autonomy(root.Map("autonomy")),
            Brakes = PolicySections.Brakes(root.Map("brakes")),
            Calendar = CalendarSection.Read(root.Map("calendar")),
            Obligations = ObligationSection.Read(root.Map("obligations")),
        };
        root.RefuseOthers();
        RefuseRepeatedNames(root, policy.Rules);
        return policy;
    }

    private static Person Owner(YamlMap root)
    {
        var owner = root.Text("owner");
        return string.IsNullOrWhiteSpace(owner)
            ? throw root.Wrong("owner", owner, "the account of the person who answers for the practice")
            : new Person(owner);
    }

    private static PolicyRule Rule(YamlMap rule)
    {
        var read = new PolicyRule(
            rule.Text("name"),
            rule.OneOf<ActionKind>("action"),
            rule.Texts("classes"),
            [.. rule.Texts("teams").Select(name => new Team(name))],
            Conditions(rule.Map("when")),
            rule.OneOf<AutonomyLevel>("level") ?? throw rule.Wrong("level", "", "there; write level: Suggest, for example"),
            rule.Text("because"));
        rule.RefuseOthers();
        return read;
    }

    private static PolicyConditions Conditions(YamlMap? when)
    {
        if (when is null) return PolicyConditions.None;
        var read = new PolicyConditions
        {
            ConfidenceAtLeast = when.Number("confidenceAtLeast", 0, 1),
            CompletenessAtLeast = when.Whole("completenessAtLeast", 0, 100),
            Vip = when.Flag("vip"),
            Priorities = when.Several<Priority>("priorities"),
        };
        when.RefuseOthers();
        return read;
    }

    private static void RefuseRepeatedNames(YamlMap root, IReadOnlyList<PolicyRule> rules)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var maps = root.Maps("rules");
        for (var index = 0; index < rules.Count; index++)
        {
            if (!seen.Add(rules[index].Name)) throw maps[index].Wrong("name", rules[index].Name, "unique; receipts name rules by it");
        }
    }
}
