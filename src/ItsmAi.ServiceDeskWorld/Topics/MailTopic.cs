using ItsmAi.ServiceDeskWorld.Wording;

namespace ItsmAi.ServiceDeskWorld.Topics;

/// <summary>Mailboxes, calendars and meetings.</summary>
internal static class MailTopic
{
    public static Topic Topic { get; } = new(["mail-and-meetings"])
    {
        Titles =
        [
            "Mailbox full",
            "Mails arrive late",
            "Calendar of {colleague} not visible",
            "Cannot be heard in meetings",
            "Mail bounces back",
            "Shared mailbox of {unit} missing",
            "Meeting {room} cannot be booked",
            "Out-of-office reply does not stop",
            "Search in mail finds nothing",
            "Screen sharing shows only black",
        ],
        Symptoms =
        [
            "My mailbox is full and I can no longer send mail.",
            "Mails from outside arrive two hours late.",
            "I cannot see the calendar of {colleague} any more.",
            "In online meetings nobody can hear me although the headset works elsewhere.",
            "A customer says that mails to me bounce with code 550 5.{few}.",
            "The shared mailbox of {unit} disappeared from my mail program.",
            "For meetings {room} shows as busy all day but it is empty.",
            "My out-of-office message is still sent although I am back.",
            "The mail search finds nothing older than a month.",
            "When I share my screen in a meeting the others see only black.",
        ],
        Details =
        [
            "Bounce says 550 5.{few} mailbox unavailable.", "Mailbox size is {number} MB.",
            "Meeting id {number}-{number}.",
            "It concerns mails from one supplier only.", "Also on the phone.",
        ],
        German =
        [
            "Postfach voll|Mein Postfach ist voll, ich kann keine Mails mehr senden.",
            "Kalender weg|Ich sehe den Kalender von {colleague} nicht mehr und Einladungen kommen doppelt.",
        ],
        French =
        [
            "Messagerie pleine|Ma boîte aux lettres est pleine et les messages de nos clients reviennent.",
        ],
        Resolutions =
        [
            "Archive switched on, mailbox below quota.", "Sender's domain released from quarantine.",
            "Calendar permission set again.",
            "Room mailbox repaired.",
        ],
    };
}
