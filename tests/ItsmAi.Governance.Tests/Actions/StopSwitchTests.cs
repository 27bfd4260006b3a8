using ItsmAi.Desk.People;
using ItsmAi.Governance.Actions;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Suggestions;

namespace ItsmAi.Governance.Tests.Actions;

public sealed class StopSwitchTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Any_person_may_stop_and_their_name_stands_on_the_receipt()
    {
        var room = new Room(AutonomyLevel.Auto);

        var answer = await room.StopSwitch.Stop(null, new Person("kim"), "odd routes", Stop);

        var flipped = Assert.IsType<StopAnswer.Flipped>(answer);
        Assert.True(flipped.State.All);
        var receipt = await room.Receipts.Find(flipped.Receipt, Stop);
        Assert.Equal((ReceiptKind.Stopped, "kim", "odd routes"), (receipt!.Kind, receipt.Actor, receipt.Because));
    }

    [Theory]
    [InlineData("kim", "only desk.lead may")]
    [InlineData("desk.lead@evil.example", "only desk.lead may")]
    [InlineData("itsmai", "an AI identity")]
    [InlineData("rt-bot", "an AI identity")]
    [InlineData("", "nobody is named")]
    public async Task Only_the_authority_lets_it_go_on(string account, string says)
    {
        var room = new Room(AutonomyLevel.Auto);
        await room.Start();
        await room.StopSwitch.Stop(null, new Person("kim"), "odd routes", Stop);

        var refused = Assert.IsType<StopAnswer.Refused>(await room.StopSwitch.Resume(null, new Person(account), "fine now", Stop));

        Assert.Contains(says, refused.Because.Says, StringComparison.Ordinal);
        Assert.True((await room.StopSwitch.Read(Stop)).All);
        Assert.IsType<StopAnswer.Flipped>(await room.StopSwitch.Resume(null, new Person("Desk.Lead"), "fine now", Stop));
        Assert.False((await room.StopSwitch.Read(Stop)).All);
    }

    [Fact]
    public async Task The_policy_names_the_authority()
    {
        var room = Named("bo", "alex");
        await room.Start();
        await room.StopSwitch.Stop(ActionKind.Route, new Person("kim"), "odd routes", Stop);

        var refused = Assert.IsType<StopAnswer.Refused>(await room.StopSwitch.Resume(null, new Person("desk.lead"), "fine", Stop));

        Assert.Contains("only bo or alex may", refused.Because.Says, StringComparison.Ordinal);
        Assert.IsType<StopAnswer.Flipped>(await room.StopSwitch.Resume(ActionKind.Route, new Person("alex"), "fine", Stop));
    }

    [Fact]
    public async Task Before_a_start_nobody_is_named_who_may_let_it_go_on()
    {
        var room = new Room(AutonomyLevel.Auto);

        Assert.IsType<StopAnswer.Refused>(await room.StopSwitch.Resume(null, new Person("desk.lead"), "fine", Stop));
    }

    [Fact]
    public async Task An_AI_identity_flips_nothing()
    {
        var room = new Room(AutonomyLevel.Auto);
        await room.Start();

        Assert.IsType<StopAnswer.Refused>(await room.StopSwitch.Stop(null, new Person("rt-bot"), "why not", Stop));
        Assert.Equal(StopState.Running, await room.StopSwitch.Read(Stop));
    }

    private static Room Named(params string[] authority) => new(AutonomyLevel.Auto)
    {
        Policy = Some.Policy(AutonomyLevel.Auto) with
        {
            Brakes = new BrakeSettings { Authority = [.. authority.Select(name => new Person(name))] },
        },
    };
}
