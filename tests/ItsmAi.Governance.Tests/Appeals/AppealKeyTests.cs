using System.Security.Cryptography;
using System.Text;
using ItsmAi.Governance.Appeals;
using ItsmAi.Governance.Tests.Fakes;

namespace ItsmAi.Governance.Tests.Appeals;

public sealed class AppealKeyTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void A_key_is_the_HMAC_of_the_decision_and_fits_no_other()
    {
        var secret = Enumerable.Range(0, 32).Select(one => (byte)one).ToArray();
        var keys = new AppealKey(secret);

        Assert.Equal(Convert.ToHexStringLower(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes("3-abc"))), keys.Of("3-abc"));
        Assert.True(keys.Fits("3-abc", keys.Of("3-abc")));
        Assert.False(keys.Fits("3-abd", keys.Of("3-abc")));
        Assert.False(keys.Fits("3-abc", keys.Of("3-abc").ToUpperInvariant()));
        Assert.False(keys.Fits("3-abc", keys.Of("3-abc")[..^1]));
        Assert.False(keys.Fits("3-abc", ""));
    }

    [Fact]
    public async Task The_secret_is_drawn_once_for_a_store_and_not_the_same_for_two()
    {
        var store = new MemoryStore();
        var first = await AppealSecret.In(store, Stop);

        Assert.Equal(first.Of("3-abc"), (await AppealSecret.In(store, Stop)).Of("3-abc"));
        Assert.NotEqual(first.Of("3-abc"), (await AppealSecret.In(new MemoryStore(), Stop)).Of("3-abc"));
    }

    [Fact]
    public void A_short_secret_is_none() => Assert.Throws<ArgumentException>(() => new AppealKey(new byte[31]));
}
