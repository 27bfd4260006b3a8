using ItsmAi.ServiceDeskWorld.Catalogue;
using ItsmAi.ServiceDeskWorld.Company;
using ItsmAi.ServiceDeskWorld.Topics;
using ItsmAi.ServiceDeskWorld.Wording;

namespace ItsmAi.ServiceDeskWorld.Tickets;

/// <summary>Draws what a ticket is about and has it written: what history and arrivals share.</summary>
internal sealed class TicketSource(Organisation organisation)
{
    /// <summary>How often the words leave open what it is.</summary>
    private const double SharedShare = 0.10;

    private static readonly string[] Channels = ["mail", "mail", "portal", "portal", "phone"];

    private static readonly Dictionary<string, Topic> TopicOf = new Topic[]
    {
        NetworkTopic.Topic, RemoteAccessTopic.Topic, SignInTopic.Topic, AccessRightsTopic.Topic,
        ApplicationsTopic.Topic, MailTopic.Topic, HardwareTopic.Topic, PrintingTopic.Topic,
    }.ToDictionary(topic => topic.Categories[0], StringComparer.Ordinal);

    public Requester SomeRequester(Random random) => random.OneOf(organisation.Requesters);

    public static string SomeChannel(Random random) => random.OneOf(Channels);

    public static Category SomeCategory(Random random) =>
        random.Weighted([.. Categories.All.Select(category => (category, category.Weight))]);

    public Slots SlotsFor(Requester who, Category category, Random random) => new(organisation, who, category, random);

    public static Topic TopicFor(Category category) => TopicOf[category.Id];

    /// <summary>A category and a topic that people would write about it with.</summary>
    public static (Category Category, Topic Topic) SomeTopic(Random random)
    {
        if (!random.Chance(SharedShare))
        {
            var category = SomeCategory(random);
            return (category, TopicFor(category));
        }

        var shared = random.OneOf(SharedTopics.All);
        return (Categories.Of(random.OneOf(shared.Categories)), shared);
    }
}
