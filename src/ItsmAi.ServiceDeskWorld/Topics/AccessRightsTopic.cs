using ItsmAi.ServiceDeskWorld.Wording;

namespace ItsmAi.ServiceDeskWorld.Topics;

/// <summary>Rights that somebody lacks, or should no longer have.</summary>
internal static class AccessRightsTopic
{
    public static Topic Topic { get; } = new(["access-rights"])
    {
        Titles =
        [
            "Access to shared folder {share}",
            "Permission denied on {share}",
            "Please give {colleague} access to {app}",
            "New colleague needs the same rights as we have",
            "Team folder not visible after transfer",
            "Role in {app} missing",
            "Remove rights of leaver",
            "Add somebody to the group of {unit}",
            "Everybody can read {share}",
            "Approved role in {app} still missing",
        ],
        Symptoms =
        [
            "I need write access to the shared folder {share}, at the moment I can only read.",
            "When I open {share} I get 'access denied'.",
            "{colleague} needs the reports of our unit in {app} and is not authorised for them.",
            "Our new colleague {colleague} starts in {unit} and needs the same permissions as the rest of us.",
            "Since my transfer to {unit} I cannot see the team's folder any more.",
            "In {app} the menu for postings is missing, I think my role was removed.",
            "{colleague} left the company, please take the rights on {share} away.",
            "Please add {colleague} to the group of {unit}.",
            "The permission on {share} was inherited wrongly, everybody can read it.",
            "My manager approved the role for {app} but I still do not have it.",
        ],
        Details =
        [
            "Approved by {colleague}.", "The path is \\\\files\\{share}.", "Message: ACL-{number} not authorised.",
            "Needed from {day} on.",
            "Group name GRP-{number}.",
        ],
        German =
        [
            "Zugriff auf Ordner {share}|Ich brauche Schreibrechte auf {share}, es kommt 'Zugriff "
            + "verweigert'. Genehmigt von {colleague}.",
            "Berechtigung für {app}|Mir fehlt seit dem Wechsel nach {unit} die Rolle in {app}.",
        ],
        French =
        [
            "Droits sur le dossier {share}|Merci de donner l'accès en écriture au dossier {share}, accès "
            + "refusé actuellement.",
        ],
        Resolutions =
        [
            "Group membership added after approval.", "Role assigned, effective after the next sign-in.",
            "Inheritance repaired on the folder.",
            "Leaver's rights removed.",
        ],
    };
}
