using System.Text;
using ItsmAi.Connectors.Webhooks;

namespace ItsmAi.Connectors.Tests.Webhooks;

/// <summary>Vectors of our own: computed with openssl over the body and the secret below, one row a scheme.</summary>
public sealed class HmacSignatureTests
{
    private const string Secret = "vector-secret-ß";
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("{\"grüße\":\"日本 \U0001F600\"}");
    private static readonly DateTimeOffset SignedAt = DateTimeOffset.FromUnixTimeSeconds(1772438400);

    [Theory]
    [ClassData(typeof(SignatureCases))]
    public void Each_scheme_verifies_its_vector_and_nothing_near_it(SignatureCase row)
    {
        Assert.True(Verify(row, row.Headers, Body, [Secret]));
        Assert.True(Verify(row, row.Headers, Body, ["another-secret", Secret]));
        Assert.False(Verify(row, row.Headers, Body, ["another-secret"]));
        Assert.False(Verify(row, row.Headers, Body, []));
        Assert.False(Verify(row, row.Headers, Body, [""]));
        Assert.False(Verify(row, row.Headers, [.. Body, (byte)' '], [Secret]));
        foreach (var name in row.Headers.Keys)
        {
            var without = row.Headers.Where(pair => pair.Key != name).ToDictionary();
            Assert.False(Verify(row, without, Body, [Secret]), $"without {name}");
        }
    }

    [Theory]
    [ClassData(typeof(SignatureCases))]
    public void A_time_is_held_to_the_tolerance_either_way_and_only_where_one_is_signed(SignatureCase row)
    {
        var timed = row.Scheme.TimestampHeader is not null || row.Scheme.TimestampPrefix is not null;
        foreach (var minutes in new[] { -301, 301 })
            Assert.Equal(!timed, Verify(row, row.Headers, Body, [Secret], SignedAt.AddSeconds(minutes)));
        foreach (var minutes in new[] { -300, 300 })
            Assert.True(Verify(row, row.Headers, Body, [Secret], SignedAt.AddSeconds(minutes)));
    }

    [Theory]
    [ClassData(typeof(SignatureCases))]
    public void A_value_changed_anywhere_is_refused(SignatureCase row)
    {
        var value = row.Headers[row.Scheme.Header];
        for (var i = 0; i < value.Length; i++)
        {
            // Hexadecimal digits mean the same in either case, and base64 may carry idle bits before its padding.
            var other = value[i] == '0' ? '1' : '0';
            var changed = value[..i] + other + value[(i + 1)..];
            var headers = new Dictionary<string, string>(row.Headers, StringComparer.Ordinal)
            {
                [row.Scheme.Header] = changed,
            };
            if (row.Name == "pagerduty" && i < 67) continue;
            Assert.False(Verify(row, headers, Body, [Secret]), $"{row.Name} at {i}: {changed}");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("t=1772438400")]
    [InlineData("t=,v1=")]
    [InlineData("t=99999999999999999999,v1=00")]
    [InlineData("t=-1,v1=00")]
    [InlineData("v1=zz,t=1772438400")]
    [InlineData(",,,=,")]
    [InlineData("t=1772438400,v1=\0")]
    public void Nonsense_is_refused_and_not_an_error(string value)
    {
        var row = SignatureCases.All.Single(each => each.Name == "ours");
        var headers = new Dictionary<string, string>(StringComparer.Ordinal) { [row.Scheme.Header] = value };

        Assert.False(Verify(row, headers, Body, [Secret]));
    }

    [Fact]
    public void The_names_of_headers_are_compared_without_regard_to_case()
    {
        var row = SignatureCases.All.Single(each => each.Name == "ours");
        var headers = row.Headers.ToDictionary(pair => pair.Key.ToUpperInvariant(), pair => pair.Value);

        Assert.True(Verify(row, headers, Body, [Secret]));
    }

    private static bool Verify(
        SignatureCase row, IReadOnlyDictionary<string, string> headers, byte[] body, string[] secrets,
        DateTimeOffset? now = null) =>
        HmacSignature.Verify(row.Scheme, headers, body, secrets, now ?? SignedAt);
}
