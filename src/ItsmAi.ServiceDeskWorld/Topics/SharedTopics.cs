using ItsmAi.ServiceDeskWorld.Wording;

namespace ItsmAi.ServiceDeskWorld.Topics;

/// <summary>Complaints whose words leave open which team can help: here even people guess.</summary>
internal static class SharedTopics
{
    public static IReadOnlyList<Topic> All { get; } =
    [
        new(["account-sign-in", "business-applications", "access-rights"])
        {
            Titles = ["Cannot log in to {app}", "{app} login fails", "{app} throws me out"],
            Symptoms =
            [
                "I cannot log in to {app}, it throws me back to the start page.",
                "{app} does not let me in since {ago}.",
            ],
            Details = ["My colleague {colleague} can.", "Error {code}."],
        },
        new(["network-connectivity", "mail-and-meetings"])
        {
            Titles = ["Meetings freeze", "Calls drop in the middle"],
            Symptoms =
            [
                "Online meetings freeze and I fall out of the call.",
                "Sound is choppy in every call since {ago}.",
            ],
            Details = ["Happens in {room} and at my desk.", "Camera off makes no difference."],
        },
        new(["remote-access", "account-sign-in"])
        {
            Titles = ["Cannot sign in from home", "Code not accepted from home"],
            Symptoms =
            [
                "From home my sign-in is refused, in the office it works.",
                "The second code is refused when I work from home.",
            ],
            Details = ["Since {ago}.", "Error {code} is shown."],
        },
        new(["workplace-hardware", "mail-and-meetings"])
        {
            Titles = ["Headset not working", "No sound"],
            Symptoms = ["My headset has no sound in calls.", "Nobody hears me, the microphone seems dead."],
            Details = ["Tried another port.", "It worked {ago}."],
        },
        new(["printing", "network-connectivity"])
        {
            Titles = ["Printer offline", "{printer} not reachable"],
            Symptoms = ["The printer {printer} shows as offline for everybody on {floor}."],
            Details = ["The display says no network.", "Restarted twice."],
        },
        new(["access-rights", "network-connectivity", "remote-access"])
        {
            Titles = ["Drive {share} is gone", "Network drive missing"],
            Symptoms =
            [
                "My network drive {share} is gone since {ago}.",
                "The drive with our files is not there any more.",
            ],
            Details = ["The letter was K:.", "It says path not found."],
        },
        new(["business-applications", "network-connectivity", "workplace-hardware"])
        {
            Titles = ["Everything is slow", "{app} and everything else slow"],
            Symptoms =
            [
                "Everything is slow on my computer, {app} most of all.",
                "Opening anything takes forever since {ago}.",
            ],
            Details = ["Restarting did not help.", "Asset {asset}."],
        },
    ];
}
