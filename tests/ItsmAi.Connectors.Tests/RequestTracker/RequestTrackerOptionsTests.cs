using ItsmAi.Desk.Events;
using ItsmAi.Desk.Tickets;

namespace ItsmAi.Connectors.Tests.RequestTracker;

public sealed class RequestTrackerOptionsTests
{
    [Fact]
    public void The_defaults_need_only_name_url_and_token() => Assert.Empty(Some.Options.Check());

    [Fact]
    public void Each_problem_names_field_value_and_what_would_do()
    {
        var problems = (Some.Options with
        {
            Connection = new ConnectionName("rt-b"),
            Url = new Uri("http://rt.example.com"),
            Token = "two words",
            MarkerField = " ",
            PriorityNumbers = new Dictionary<Priority, int> { [Priority.P1] = 0, [Priority.P2] = 0 },
            WebhookSecrets = ["short"],
            RequestTimeout = TimeSpan.Zero,
        }).Check();

        Assert.Equal(
            [
                "rt-b: url: \"http://rt.example.com/\" would send the token unencrypted; use https",
                "rt-b: token: it is empty or holds blanks; copy it from Settings, Auth tokens of the account",
                "rt-b: markerField: it is empty; use the name that RT shows",
                "rt-b: priorityNumbers: P1 is 0; use a number from 1 to 100",
                "rt-b: priorityNumbers: P2 is 0; use a number from 1 to 100",
                "rt-b: priorityNumbers: P3 is missing; give it a number from 1 to 100",
                "rt-b: priorityNumbers: P4 is missing; give it a number from 1 to 100",
                "rt-b: priorityNumbers: P5 is missing; give it a number from 1 to 100",
                "rt-b: priorityNumbers: two priorities share a number; give each its own",
                "rt-b: webhookSecrets: one is shorter than 8 characters; use 32 random ones",
                "rt-b: requestTimeout: \"00:00:00\" is not between 00:00:01 and 01:00:00",
            ],
            problems);
    }

    [Fact]
    public void A_loopback_address_may_go_without_encryption() =>
        Assert.Empty((Some.Options with { Url = new Uri("http://127.0.0.1:8080") }).Check());

    [Fact]
    public void Neither_token_nor_secret_is_shown() =>
        Assert.Equal("rt-main at https://rt.example.com/", Some.Options.ToString());

    [Theory]
    [InlineData(0, null)]
    [InlineData(-3, null)]
    [InlineData(1, Priority.P5)]
    [InlineData(20, Priority.P5)]
    [InlineData(30, Priority.P4)]
    [InlineData(71, Priority.P2)]
    [InlineData(90, Priority.P1)]
    [InlineData(100, Priority.P1)]
    [InlineData(500, Priority.P1)]
    public void A_number_is_the_priority_that_lies_nearest(int number, Priority? expected) =>
        Assert.Equal(expected, Some.Options.PriorityOf(number));
}
