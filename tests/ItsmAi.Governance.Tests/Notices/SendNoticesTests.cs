using ItsmAi.Governance.Notices;
using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Tests.Fakes;
using ItsmAi.Governance.Tests.Obligations;

namespace ItsmAi.Governance.Tests.Notices;

public sealed class SendNoticesTests
{
    private static readonly Uri Inbox = new("http://127.0.0.1:7071/inbox");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Several_obligations_go_into_one_message()
    {
        var (ledger, channel) = (new Ledger(), new ScriptedChannel());
        for (var number = 0; number < 30; number++) await ledger.Raise($"o{number}");

        await Send(ledger, channel);
        await Send(ledger, channel);

        var message = Assert.Single(channel.Heard);
        Assert.Equal((20, 10, "ItsmAi: 30 obligations"), (message.Lines.Count, message.More, message.Subject));
        Assert.All(await ledger.Told(), notice => Assert.Equal(NoticeState.Sent, notice.State));
    }

    [Fact]
    public async Task Nobody_gets_more_than_one_message_in_a_digest_period_but_what_went_up_goes_at_once()
    {
        var (ledger, channel) = (new Ledger(), new ScriptedChannel());
        await ledger.Raise("o1");
        await Send(ledger, channel);

        await ledger.Raise("o2");
        ledger.Clock.Pass(TimeSpan.FromMinutes(59));
        await Send(ledger, channel);
        Assert.Single(channel.Heard);

        ledger.Clock.Pass(TimeSpan.FromMinutes(1));
        await Send(ledger, channel);
        Assert.Equal("o2", Assert.Single(channel.Heard[1].Lines).Owed.Id);

        ledger.Clock.Pass(TimeSpan.FromHours(8));
        await ledger.Sweep();
        await Send(ledger, channel);
        Assert.Equal(["kim", "kim", "ana", "kim"], channel.Heard.Select(message => message.To.Person.Account));
        Assert.All(channel.Heard[2].Lines, line => Assert.Equal("Overdue, level 1", line.Happened(channel.Heard[2].At)));
    }

    [Fact]
    public async Task A_message_that_fails_is_tried_again_with_growing_pauses_under_the_same_id()
    {
        var channel = new ScriptedChannel("mail", new Delivery.Again("busy"), new Delivery.Again("busy"), new Delivery.Again("busy"));
        var ledger = new Ledger();
        await ledger.Raise();
        var tries = new List<int>();

        for (var minute = 0; minute < 20; minute++)
        {
            var before = channel.Heard.Count;
            await Send(ledger, channel);
            if (channel.Heard.Count > before) tries.Add(minute);
            ledger.Clock.Pass(TimeSpan.FromMinutes(1));
        }

        Assert.Equal([0, 1, 3, 7], tries);
        Assert.Single(channel.Heard.Select(message => message.Id).Distinct());
    }

    [Fact]
    public async Task The_other_side_may_ask_us_to_wait_longer()
    {
        var channel = new ScriptedChannel("mail", new Delivery.Again("slow down", TimeSpan.FromMinutes(30)));
        var ledger = new Ledger();
        await ledger.Raise();
        await Send(ledger, channel);

        ledger.Clock.Pass(TimeSpan.FromMinutes(29));
        await Send(ledger, channel);
        Assert.Single(channel.Heard);

        ledger.Clock.Pass(TimeSpan.FromMinutes(1));
        await Send(ledger, channel);
        Assert.Equal(2, channel.Heard.Count);
    }

    [Fact]
    public async Task What_cannot_be_delivered_is_given_up_to_the_practice_owner_and_kept()
    {
        var ledger = new Ledger { People = [] };
        ledger.Restart();
        ledger.Policy = ledger.Policy with { Obligations = new ObligationSettings { DeliveryTries = 3 } };
        var channel = new ScriptedChannel("mail", [.. Enumerable.Repeat(new Delivery.Again("it answered 451"), 50)]);
        await ledger.Raise();

        for (var minute = 0; minute < 300; minute++)
        {
            await Send(ledger, channel);
            ledger.Clock.Pass(TimeSpan.FromMinutes(1));
        }

        var dead = (await ledger.Told()).Where(notice => notice.State == NoticeState.Dead).ToList();
        Assert.Contains(dead, notice => notice.Obligation == "o1");
        var owed = Assert.Single(await ledger.Book.Open(Stop), one => one.Id != "o1");
        Assert.Equal((Ledger.Lead, ObligationKind.Repair), (owed.Owner, owed.Kind));
        Assert.Contains("by mail", owed.Says, StringComparison.Ordinal);
        Assert.DoesNotContain("kim", owed.Says, StringComparison.Ordinal);

        // Three tries for kim, three for the practice owner, and then no word about the word.
        Assert.Equal(6, channel.Heard.Count);
        await ledger.Notices.Forget(ledger.Clock.GetUtcNow().AddDays(30), Stop);
        Assert.Equal(dead.Count, (await ledger.Told()).Count);
    }

    [Fact]
    public async Task What_the_other_side_refuses_is_given_up_at_once()
    {
        var (ledger, channel) = (new Ledger(), new ScriptedChannel("teams", new Delivery.Never("it answered 410")));
        await ledger.Raise();

        await Send(ledger, channel);

        Assert.Equal(NoticeState.Dead, (await ledger.Told()).Single(notice => notice.Obligation == "o1").State);
        Assert.Contains(await ledger.Book.Open(Stop), one => one.Says.Contains("it answered 410", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Killed_after_the_other_side_has_it_the_same_message_goes_again_under_the_same_id()
    {
        var (ledger, channel) = (new Ledger(), new ScriptedChannel());
        await ledger.Raise();
        channel.Sending = () => throw new Crash();
        await Assert.ThrowsAsync<Crash>(() => Send(ledger, channel));
        channel.Sending = () => { };
        await ledger.Raise("o2");

        await Send(ledger, channel);
        Assert.Single(channel.Heard);
        ledger.Clock.Pass(TimeSpan.FromMinutes(5));
        await Send(ledger, channel);

        Assert.Equal(channel.Heard[0].Id, channel.Heard[1].Id);
        Assert.Equal("o1", Assert.Single(channel.Heard[1].Lines).Owed.Id);
    }

    [Fact]
    public async Task Killed_at_any_moment_and_repeated_everybody_is_told_and_twice_only_under_one_id()
    {
        for (var moment = 0; ; moment++)
        {
            var (ledger, channel) = (new Ledger(), new ScriptedChannel());
            await ledger.Raise("o1");
            await ledger.Raise("o2", "ana");
            var left = moment;
            ledger.Store.At = _ =>
            {
                if (left-- == 0) throw new Crash();
            };
            var died = await Dies(() => Send(ledger, channel));
            ledger.Store.At = _ => { };
            ledger.Clock.Pass(TimeSpan.FromMinutes(6));
            await Send(ledger, channel);

            Assert.Equal(2, channel.Heard.Select(message => message.Id).Distinct().Count());
            Assert.True(channel.Heard.Count <= 3);
            Assert.All(await ledger.Told(), notice => Assert.Equal((NoticeState.Sent, 1), (notice.State, notice.Took.Count)));
            if (!died) return;
        }
    }

    [Fact]
    public async Task Two_processes_at_once_send_one_message()
    {
        var (ledger, channel) = (new Ledger(), new ScriptedChannel());
        await ledger.Raise();
        channel.Sending = () =>
        {
            channel.Sending = () => { };
            Send(ledger, channel).GetAwaiter().GetResult();
        };

        await Send(ledger, channel);

        Assert.Single(channel.Heard);
    }

    [Fact]
    public async Task Of_what_has_ended_nobody_hears_any_more()
    {
        var (ledger, channel) = (new Ledger(), new ScriptedChannel());
        await ledger.Raise();
        await ledger.End(Disposition.Done, "kim");

        await Send(ledger, channel);

        Assert.Empty(channel.Heard);
        Assert.Equal(NoticeState.Moot, (await ledger.Told())[0].State);
    }

    [Fact]
    public async Task Each_channel_that_reaches_somebody_is_used_and_one_that_does_not_is_not_missed()
    {
        var ledger = new Ledger();
        var mail = new ScriptedChannel { Reach = person => person.Mail is not null };
        var hook = new ScriptedChannel("webhook");
        await ledger.Raise("o1");
        await ledger.Raise("o2", "ana");

        await Send(ledger, mail, hook);

        Assert.Equal((1, 2), (mail.Heard.Count, hook.Heard.Count));
        Assert.All(await ledger.Told(), notice => Assert.Equal(NoticeState.Sent, notice.State));
    }

    [Fact]
    public async Task Without_a_channel_nothing_piles_up()
    {
        var ledger = new Ledger();
        await ledger.Raise();

        await Send(ledger);

        Assert.Equal(NoticeState.Unreachable, (await ledger.Told())[0].State);
        Assert.Empty(await ledger.Notices.Waiting(Stop));
    }

    [Fact]
    public void A_sentence_is_one_short_line_that_shows_what_it_is()
    {
        var owed = new Ledger().Owed() with { Says = "a\r\nBcc: x@example.org\u202e" + new string('y', 500) };

        var says = new NoticeLine(NoticeKind.Raised, owed).Says;

        Assert.Equal(300, says.Length);
        Assert.StartsWith("a  Bcc: x@example.orgyyy", says, StringComparison.Ordinal);
    }

    private static async Task<bool> Dies(Func<Task> act)
    {
        try
        {
            await act();
            return false;
        }
        catch (Crash)
        {
            return true;
        }
    }

    private static Task Send(Ledger ledger, params INoticeChannel[] channels)
    {
        var deliver = new DeliverMessages(ledger.Notices, ledger.Book, () => ledger.Policy, Inbox, null, ledger.Clock);
        return new SendNotices(ledger.Notices, ledger.Book, ledger.Owners, channels, deliver, ledger.Clock).Send(Stop);
    }
}
