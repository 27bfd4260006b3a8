using System.Net;
using System.Net.Sockets;
using ItsmAi.Connectors.Notifications;
using ItsmAi.Governance.Notices;

namespace ItsmAi.Connectors.Tests.Notifications;

public sealed class MailChannelTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mail_arrives_as_it_was_meant()
    {
        using var server = await PythonMailServer.Start(Stop);

        var delivery = await Channel(server.Port).Send(Some.Message("Drucker in Köln druckt nichts · 印刷", "....a line of dots"), Stop);

        var mail = await server.Next(Stop);
        Assert.IsType<Delivery.Taken>(delivery);
        Assert.Equal("itsmai@example.org", mail.GetProperty("sender").GetString());
        Assert.Equal("kim@example.org", mail.GetProperty("recipients")[0].GetString());
        Assert.Equal("ItsmAi: 2 obligations", mail.GetProperty("subject").GetString());
        Assert.Equal("<a1b2c3@example.org>", mail.GetProperty("id").GetString());
        Assert.Contains("Auto-Submitted", mail.GetProperty("headers").EnumerateArray().Select(name => name.GetString()));
        var body = mail.GetProperty("body").GetString()!.ReplaceLineEndings("\n");
        Assert.Contains("New, due 2026-03-02 17:00 UTC\n  Drucker in Köln druckt nichts · 印刷\n", body, StringComparison.Ordinal);
        Assert.Contains("\n  ....a line of dots\n", body, StringComparison.Ordinal);
        Assert.EndsWith("https://itsmai.example.org/inbox", body.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_a_ticket_says_it_writes_no_header_and_no_second_mail()
    {
        using var server = await PythonMailServer.Start(Stop);

        await Channel(server.Port).Send(Some.Message("x\r\nBcc: all@example.org\r\n.\r\nMAIL FROM:<a@b.c>\r\n"), Stop);

        var mail = await server.Next(Stop);
        Assert.DoesNotContain("Bcc", mail.GetProperty("headers").EnumerateArray().Select(name => name.GetString()));
        Assert.Single(mail.GetProperty("recipients").EnumerateArray());
        Assert.True(await server.HeardNothingElse(Stop));
    }

    [Fact]
    public async Task A_server_that_is_busy_is_asked_again_with_the_same_message_id()
    {
        using var server = await PythonMailServer.Start(Stop, "451 busy");
        var channel = Channel(server.Port);

        var first = await channel.Send(Some.Message("x"), Stop);
        var second = await channel.Send(Some.Message("x"), Stop);

        Assert.Equal("it answered 451", Assert.IsType<Delivery.Again>(first).Says);
        Assert.IsType<Delivery.Taken>(second);
        Assert.Equal((await server.Next(Stop)).GetProperty("id").GetString(), (await server.Next(Stop)).GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_server_that_refuses_is_not_asked_again()
    {
        using var server = await PythonMailServer.Start(Stop, "554 we want none of this");

        Assert.Equal("it answered 554", Assert.IsType<Delivery.Never>(await Channel(server.Port).Send(Some.Message("x"), Stop)).Says);
    }

    [Fact]
    public async Task Where_TLS_is_asked_for_nothing_goes_out_without_it()
    {
        using var server = await PythonMailServer.Start(Stop);

        var delivery = await Channel(server.Port, startTls: true).Send(Some.Message("a secret"), Stop);

        Assert.Contains("no TLS", Assert.IsType<Delivery.Again>(delivery).Says, StringComparison.Ordinal);
        Assert.True(await server.HeardNothingElse(Stop));
    }

    [Fact]
    public async Task A_server_that_says_nothing_costs_no_more_than_the_time_for_a_try()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();

        var delivery = await Channel(((IPEndPoint)silent.LocalEndpoint).Port).Send(Some.Message("x"), Stop);

        Assert.IsType<Delivery.Again>(delivery);
    }

    [Fact]
    public async Task Where_no_server_is_it_may_help_to_ask_later()
    {
        Assert.IsType<Delivery.Again>(await Channel(TableStorage.Azurite.FreePort()).Send(Some.Message("x"), Stop));
    }

    [Theory]
    [InlineData("", "itsmai@example.org", null, true, "smtp.host")]
    [InlineData("mail", "nobody", null, true, "smtp.from")]
    [InlineData("mail", "itsmai@example.org", "me", true, "smtp.password")]
    public void Options_that_cannot_work_are_refused(string host, string from, string? user, bool tls, string says) =>
        Assert.StartsWith(
            says, new MailOptions { Host = host, From = from, User = user, StartTls = tls }.Check(), StringComparison.Ordinal);

    [Fact]
    public void A_password_never_goes_over_the_network_bare() => Assert.StartsWith(
        "smtp.startTls",
        new MailOptions { Host = "mail", From = "a@b.c", User = "me", Password = "p", StartTls = false }.Check(),
        StringComparison.Ordinal);

    private static MailChannel Channel(int port, bool startTls = false) => new(
        new MailOptions
        {
            Host = "127.0.0.1", Port = port, From = "itsmai@example.org", StartTls = startTls, Timeout = TimeSpan.FromSeconds(3),
        },
        TimeProvider.System);
}
