using ItsmAi.Connectors.Webhooks;

namespace ItsmAi.Connectors.Tests.Webhooks;

/// <summary>
/// The schemes of the senders that a service desk meets, each with a signature computed by another program.
/// </summary>
public sealed class SignatureCases : TheoryData<SignatureCase>
{
    private const string OfBody = "9f5a4c180c364139062ca8af63d878c9fd529caf77edabf9e29f902ffae485ab";

    public SignatureCases()
    {
        foreach (var row in All) Add(row);
    }

    public static IReadOnlyList<SignatureCase> All =>
    [
        Case("ours",
            new HmacScheme
            {
                Header = "X-Itsm-Signature", Separator = ',', Prefix = "v1=", TimestampPrefix = "t=",
                SignedText = "{timestamp}.{body}",
            },
            "t=1772438400,v1=d3a75f9db75723c56d1e4c706876a9b1b690e72f2ebf031df70a81324bd1f01e"),
        Case("github", new HmacScheme { Header = "X-Hub-Signature-256", Prefix = "sha256=" }, "sha256=" + OfBody),
        Case("zammad",
            new HmacScheme { Header = "X-Hub-Signature", Prefix = "sha1=", Algorithm = HmacAlgorithm.Sha1 },
            "sha1=c5d14420874f3c7a871b1df7f6a561891fee8f35"),
        Case("zendesk",
            new HmacScheme
            {
                Header = "X-Zendesk-Webhook-Signature", Form = SignatureForm.Base64,
                TimestampHeader = "X-Zendesk-Webhook-Signature-Timestamp", TimestampForm = TimestampForm.Iso8601,
                SignedText = "{timestamp}{body}",
            },
            "xRyu1j6Lw2DIB2XCuIW3sIbDbqJKi7nGlavAmyLosts=",
            ("X-Zendesk-Webhook-Signature-Timestamp", "2026-03-02T08:00:00Z")),
        Case("glpi",
            new HmacScheme
            {
                Header = "X-GLPI-signature", TimestampHeader = "X-GLPI-timestamp", SignedText = "{body}{timestamp}",
            },
            "f50f5ea527f398228fc32fcc66395047f5e65d59da0735cba3a6d367f9b7e2f3", ("X-GLPI-timestamp", "1772438400")),
        Case("pagerduty",
            new HmacScheme { Header = "X-PagerDuty-Signature", Prefix = "v1=", Separator = ',' },
            $"v1={new string('0', 64)},v1={OfBody}"),
        Case("grafana",
            new HmacScheme
            {
                Header = "X-Grafana-Alerting-Signature", TimestampHeader = "X-Grafana-Alerting-Timestamp",
                SignedText = "{timestamp}:{body}",
            },
            "f3148a44396fdabb8adb71fd9d02ead5b0e8826f4599a403abb12fa62be02c59",
            ("X-Grafana-Alerting-Timestamp", "1772438400")),
        Case("standard webhooks",
            new HmacScheme
            {
                Header = "webhook-signature", Prefix = "v1,", Separator = ' ', Form = SignatureForm.Base64,
                IdHeader = "webhook-id", TimestampHeader = "webhook-timestamp", SignedText = "{id}.{timestamp}.{body}",
            },
            "v1,Os0yooRfKhx7XYCDeE1bFH+/Ssdbi6BXI9KyHg0P1jY=",
            ("webhook-id", "msg_7"), ("webhook-timestamp", "1772438400")),
    ];

    private static SignatureCase Case(
        string name, HmacScheme scheme, string signature, params (string Name, string Value)[] more) =>
        new(name, scheme, more.Append((Name: scheme.Header, Value: signature))
            .ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal));
}
