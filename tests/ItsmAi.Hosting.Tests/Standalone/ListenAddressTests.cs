using ItsmAi.Hosting.Standalone;

namespace ItsmAi.Hosting.Tests.Standalone;

public sealed class ListenAddressTests
{
    [Theory]
    [InlineData("http://127.0.0.1:8080", "127.0.0.1:8080")]
    [InlineData("http://localhost:0/", "127.0.0.1:0")]
    [InlineData("http://[::1]:9000; http://127.0.0.2:81", "[::1]:9000 127.0.0.2:81")]
    [InlineData("http://127.0.0.1", "127.0.0.1:80")]
    public void An_address_of_this_machine_is_listened_on(string urls, string expected) =>
        Assert.Equal(expected, string.Join(' ', ListenAddress.Read(urls, allowRemote: false)));

    [Theory]
    [InlineData("http://0.0.0.0:80", "0.0.0.0:80")]
    [InlineData("http://*:80", "0.0.0.0:80")]
    [InlineData("http://+:80", "0.0.0.0:80")]
    [InlineData("http://[::]:80", "[::]:80")]
    [InlineData("http://192.0.2.7:80", "192.0.2.7:80")]
    public void Where_other_machines_reach_it_is_only_listened_on_when_told(string url, string expected)
    {
        Assert.Equal(expected, string.Join(' ', ListenAddress.Read(url, allowRemote: true)));
        var refusal = Assert.Throws<FormatException>(() => ListenAddress.Read(url, allowRemote: false));
        Assert.Contains(url, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("--allow-remote", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("8080")]
    [InlineData("https://127.0.0.1:443")]
    [InlineData("http://127.0.0.1:70000")]
    [InlineData("http://127.0.0.1:80/path")]
    [InlineData("http://example.org:80")]
    public void What_is_no_address_is_refused_by_name(string url) =>
        Assert.Contains("urls:", Assert.Throws<FormatException>(() => ListenAddress.Read(url, true)).Message, StringComparison.Ordinal);
}
