using ItsmAi.Governance.Duties;

namespace ItsmAi.Governance.Obligations.Endings;

/// <summary>What each disposition needs. Having seen something needs nothing, and is none.</summary>
public static class EndingRules
{
    private const int LongestReference = 100;
    private const int LongestRemark = 500;

    /// <summary>Why the obligation cannot end so, or null.</summary>
    /// <param name="isPerson">Whether whoever says so is a person, and none of our own accounts.</param>
    /// <param name="longestRisk">How long a risk may be accepted at most.</param>
    public static EndingRefusal? Refusal(
        Obligation owed, Ending ending, bool isPerson, TimeSpan longestRisk, DateTimeOffset now)
    {
        if (!isPerson)
        {
            return new EndingRefusal("by", $"\"{ending.By}\" is not a person's account; only a person says how an obligation ended");
        }

        if (owed.Disposition is { } earlier)
        {
            return new EndingRefusal("id", $"\"{owed.Id}\" has ended already: {DispositionName.Of(earlier)}") { IsOver = true };
        }

        if (ending.Remark?.Length > LongestRemark)
        {
            return new EndingRefusal("remark", $"{ending.Remark.Length} characters are too many; use at most {LongestRemark}");
        }

        return ending.Disposition switch
        {
            Disposition.Rejected => Reason(ending),
            Disposition.Accepted => Reference(ending),
            Disposition.RiskAccepted => Risk(owed, ending, longestRisk, now),
            Disposition.Done or Disposition.Overtaken => null,
        };
    }

    private static EndingRefusal? Reason(Ending ending) => ending.Reason is null
        ? new EndingRefusal("reason", $"\"\" is not a reason; use one of {string.Join(", ", Enum.GetNames<RejectionReason>())}")
        : null;

    private static EndingRefusal? Reference(Ending ending) =>
        string.IsNullOrWhiteSpace(ending.Reference) || ending.Reference.Length > LongestReference
        || ending.Reference.Any(char.IsControl)
            ? new EndingRefusal(
                "reference", $"\"{ending.Reference}\" is not the id of a problem, change or article; use that of one that exists")
            : null;

    private static EndingRefusal? Risk(Obligation owed, Ending ending, TimeSpan longestRisk, DateTimeOffset now)
    {
        if (SegregationOfDuties.MayBeSame(ending.By, owed.Owner))
        {
            return new EndingRefusal("by", $"\"{ending.By}\" owes it; a risk is accepted by somebody who does not");
        }

        if (ending.Expires is not { } expires)
        {
            return new EndingRefusal("expires", $"\"\" is not a date; a risk is accepted until one, such as {now.AddDays(90):yyyy-MM-dd}");
        }

        return expires <= now || expires > now + longestRisk
            ? new EndingRefusal(
                "expires",
                $"\"{expires:yyyy-MM-dd HH:mm}\" is not a date after now and at most {longestRisk.TotalDays:0} days ahead; "
                + $"use one such as {now.AddDays(Math.Min(90, longestRisk.TotalDays)):yyyy-MM-dd}")
            : null;
    }
}
