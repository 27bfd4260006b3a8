using ItsmAi.Changes.Reviews;
using ItsmAi.Desk.Changes;
using ItsmAi.Desk.People;
using ItsmAi.Governance.Calendars;

namespace ItsmAi.Changes.Tests.Reviews;

public sealed class ReviewRulesTests
{
    private static readonly ReviewFacts Plain = new("c-1", "m v1", Some.Servers, Some.At(2, 12));

    [Fact]
    public void Failed_emergency_unauthorised_and_the_first_AI_changes_owe_a_review()
    {
        Assert.Null(Owed(Plain));
        Assert.NotNull(Owed(Plain with { HasFailed = true }));
        Assert.NotNull(Owed(Plain with { CausedIncident = true }));
        Assert.NotNull(Owed(Plain with { IsUnauthorised = true }));
        Assert.True(Owed(Plain with { IsEmergency = true })!.IsOfEmergency);
        Assert.NotNull(Owed(Plain with { IsAiInitiated = true, EarlierAiChanges = 2 }));
        Assert.Null(Owed(Plain with { IsAiInitiated = true, EarlierAiChanges = 3 }));
    }

    [Fact]
    public void A_review_is_due_in_ten_business_days()
    {
        var week = new BusinessCalendar
        {
            Days = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday],
        };

        var review = ReviewRules.Owed(Plain with { HasFailed = true }, new ChangeSettings(), week)!;

        Assert.Equal(Some.At(16, 12), review.DueAt);
    }

    [Fact]
    public void An_overdue_review_of_an_emergency_blocks_its_team_alone()
    {
        var owed = new ChangeReview("c-0", "m v1", Some.Servers, Some.At(2, 0), []) { IsOfEmergency = true };

        Assert.NotNull(ReviewRules.AgainstEmergency(Some.Servers, [owed], Some.At(2, 1)));
        Assert.Null(ReviewRules.AgainstEmergency(Some.Servers, [owed], Some.At(2, 0)));
        Assert.Null(ReviewRules.AgainstEmergency(new Team("Network"), [owed], Some.At(2, 1)));
        Assert.Null(ReviewRules.AgainstEmergency(Some.Servers, [owed with { IsOfEmergency = false }], Some.At(2, 1)));
        Assert.Null(ReviewRules.AgainstEmergency(Some.Servers, [owed with { CompletedAt = Some.At(2, 1) }], Some.At(2, 1)));
    }

    private static ChangeReview? Owed(ReviewFacts facts) => ReviewRules.Owed(facts, new ChangeSettings(), BusinessCalendar.Always);
}
