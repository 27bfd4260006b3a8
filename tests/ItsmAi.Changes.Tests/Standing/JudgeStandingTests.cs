using ItsmAi.Changes.Reviews;
using ItsmAi.Changes.Standing;
using ItsmAi.Desk.Changes;
using ItsmAi.Desk.People;
using ItsmAi.Governance.Duties;

namespace ItsmAi.Changes.Tests.Standing;

public sealed class JudgeStandingTests
{
    private static readonly ChangeSettings Settings = new();
    private static readonly DateTimeOffset Now = Some.At(20, 0);
    private static readonly SegregationOfDuties Duties = new([Some.Ai]);

    [Theory]
    [InlineData(10, true)]
    [InlineData(11, false)]
    public void One_bad_change_in_the_last_ten_suspends(int changesSince, bool suspended)
    {
        foreach (var failed in new[] { true, false })
        {
            var results = Results(changesSince, failed);

            Assert.Equal(suspended, Judge(Some.Model(), results).IsSuspended);
        }
    }

    [Fact]
    public void Changes_of_other_models_say_nothing() =>
        Assert.False(Judge(Some.Model("other"), Results(1, true)).IsSuspended);

    [Fact]
    public void A_new_version_washes_no_failure_off() =>
        Assert.True(Judge(Some.Model() with { Version = 2 }, Results(1, true)).IsSuspended);

    [Fact]
    public void Expiry_suspends_from_its_moment_on()
    {
        var model = Some.Model() with { ExpiresAt = Now };

        Assert.True(Judge(model, []).IsSuspended);
        Assert.False(JudgeStanding.Of(model, [], [], Settings, Now.AddTicks(-1)).IsSuspended);
        Assert.False(Judge(model with { ExpiresAt = null }, []).IsSuspended);
    }

    [Fact]
    public void Class_window_or_steps_outside_the_scope_end_the_pre_authorisation()
    {
        var nights = new ChangeWindow(Enum.GetValues<DayOfWeek>(), TimeSpan.FromHours(22), TimeSpan.FromHours(5));
        var model = Some.Model() with { Scope = Some.Model().Scope with { Services = ["mail"], Windows = [nights] } };
        var night = (Some.At(3, 23), Some.At(4, 1));

        Assert.Empty(Against(Some.Item, model.Steps, night));
        Assert.StartsWith("class:", Assert.Single(Against(Some.Item with { Class = "printer" }, model.Steps, night)), StringComparison.Ordinal);
        Assert.StartsWith("service:", Assert.Single(Against(Some.Item with { Services = [] }, model.Steps, night)), StringComparison.Ordinal);
        Assert.StartsWith("window:", Assert.Single(Against(Some.Item, model.Steps, (Some.At(4, 4), Some.At(4, 6)))), StringComparison.Ordinal);
        Assert.StartsWith("steps:", Assert.Single(Against(Some.Item, ["check", "add space"], night)), StringComparison.Ordinal);

        IReadOnlyList<string> Against(
            ItsmAi.Changes.Catalogue.ConfigurationItem item, IReadOnlyList<string> steps, (DateTimeOffset, DateTimeOffset) time) =>
            CheckScope.Of(model, ModelStanding.Good, item, steps, time, TimeZoneInfo.Utc).Against(time.Item1);
    }

    [Fact]
    public void A_reinstatement_needs_the_review_and_somebody_who_did_not_write_the_model()
    {
        var model = Some.Model();
        var standing = Judge(model, Results(1, true));
        var open = new ChangeReview("c0", "disk-extension v1", Some.Servers, Now, []);
        var held = open with { CompletedAt = Now };

        Assert.Equal("the review of change c0 was not held", Try(Some.Board, open));
        Assert.Equal("the review of change c0 was not held", Try(Some.Board, held with { Change = "c9" }));
        Assert.Equal("whoever wrote a model may not reinstate it", Try(new Person("author@example.org"), held));
        Assert.Equal("an AI identity may not do this; a person has to", Try(Some.Ai, held));
        Assert.Null(Try(Some.Board, held));

        string? Try(Person by, ChangeReview review) => JudgeStanding.Reinstate(model, standing, [review], by, Duties, Now).Refusal?.Says;
    }

    [Fact]
    public void A_reinstated_model_holds_until_the_next_bad_change()
    {
        var model = Some.Model();
        var results = Results(1, true);
        var review = new ChangeReview("c0", "", Some.Servers, Now, []) { CompletedAt = Now };
        var again = JudgeStanding.Reinstate(model, Judge(model, results), [review], Some.Board, Duties, Now).Reinstatement!;

        Assert.False(JudgeStanding.Of(model, results, [again], Settings, Now).IsSuspended);
        Assert.True(JudgeStanding.Of(model, results, [again], Settings, Now.AddTicks(-1)).IsSuspended);
        var next = new ChangeResult("c99", model.Id, Now.AddHours(1)) { CausedIncident = true };
        Assert.Equal(["c99"], JudgeStanding.Of(model, [.. results, next], [again], Settings, Now.AddDays(1)).Changes);
    }

    [Fact]
    public void An_expired_model_cannot_be_reinstated()
    {
        var model = Some.Model() with { ExpiresAt = Now };

        var (given, refusal) = JudgeStanding.Reinstate(model, Judge(model, []), [], Some.Board, Duties, Now);

        Assert.Null(given);
        Assert.Contains("new version", refusal!.Says, StringComparison.Ordinal);
    }

    /// <summary>A bad change c0 as the so-manyeth last one.</summary>
    private static ChangeResult[] Results(int place, bool failed) =>
    [
        .. Enumerable.Range(0, place).Select(number => new ChangeResult($"c{number}", "disk-extension", Some.At(1, number))
        {
            HasFailed = number == 0 && failed,
            CausedIncident = number == 0 && !failed,
        }),
    ];

    private static ModelStanding Judge(ChangeModel model, IReadOnlyList<ChangeResult> results) =>
        JudgeStanding.Of(model, results, [], Settings, Now);
}
