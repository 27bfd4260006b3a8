using ItsmAi.Desk.People;
using ItsmAi.Governance.Duties;

namespace ItsmAi.Governance.Tests.Duties;

public sealed class FreezeExemptionTests
{
    private static readonly SegregationOfDuties Duties = new([new Person("itsmai"), new Person("rt-bot")]);

    [Fact]
    public void Two_persons_in_two_roles_make_one()
    {
        var (exemption, refusal) = FreezeExemption.Of(
            Duties, new Person("alex"), Signed("kim", "change manager"), Signed("bo", "service owner"));

        Assert.Null(refusal);
        Assert.Equal(["kim", "bo"], exemption!.Signatures.Select(one => one.Signer.Account));
        Assert.Equal(new Person("alex"), exemption.Requester);
    }

    [Theory]
    [InlineData("kim:change manager", "two persons in two roles")]
    [InlineData("", "two persons in two roles")]
    [InlineData("kim:change manager;KIM:service owner", "two persons in two roles")]
    [InlineData("kim:change manager;kim@example.org:service owner", "two persons in two roles")]
    [InlineData("kim:change manager;bo: Change Manager ", "two persons in two roles")]
    [InlineData("kim:change manager;itsmai:service owner", "an AI identity")]
    [InlineData("kim:change manager;alex:service owner", "asks for an exemption")]
    [InlineData("kim:change manager;bo:", "names the role")]
    [InlineData("kim:change manager;:service owner", "nobody is named")]
    [InlineData("kim:change manager;bo:service owner;rt-bot:security", "an AI identity")]
    public void Anything_less_makes_none(string signatures, string says)
    {
        var signed = signatures.Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(one => one.Split(':')).Select(pair => Signed(pair[0], pair[1])).ToArray();

        var (exemption, refusal) = FreezeExemption.Of(Duties, new Person("alex"), signed);

        Assert.Null(exemption);
        Assert.Contains(says, refusal!.Says, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_asks_is_named() =>
        Assert.Contains(
            "nobody is named", FreezeExemption.Of(Duties, new Person(" ")).Refusal!.Says, StringComparison.Ordinal);

    [Fact]
    public void No_set_of_signatures_gets_by_two_persons_two_roles_no_AI_and_no_requester()
    {
        var random = new Random(7);
        string[] roles = ["change manager", "Service Owner", "security", " ", "service owner "];
        var made = 0;
        for (var run = 0; run < 50_000; run++)
        {
            var requester = new Person(SegregationOfDutiesTests.Name(random));
            var signatures = Enumerable.Range(0, random.Next(5))
                .Select(_ => Signed(SegregationOfDutiesTests.Name(random), roles[random.Next(roles.Length)])).ToArray();

            if (FreezeExemption.Of(Duties, requester, signatures).Exemption is not { } exemption) continue;

            made++;
            var names = exemption.Signatures
                .Select(one => SegregationOfDutiesTests.Stem(SegregationOfDutiesTests.Plain(one.Signer.Account))).ToList();
            Assert.Equal(2, names.Distinct().Count());
            Assert.Equal(2, exemption.Signatures.Select(one => SegregationOfDutiesTests.Plain(one.Role)).Distinct().Count());
            Assert.DoesNotContain(names, name => name is "" or "itsmai" or "rt-bot");
            Assert.DoesNotContain(SegregationOfDutiesTests.Stem(SegregationOfDutiesTests.Plain(requester.Account)), names);
            Assert.DoesNotContain(exemption.Signatures, one => string.IsNullOrWhiteSpace(one.Role));
        }

        Assert.InRange(made, 500, 49_000);
    }

    private static FreezeSignature Signed(string signer, string role) => new(new Person(signer), role);
}
