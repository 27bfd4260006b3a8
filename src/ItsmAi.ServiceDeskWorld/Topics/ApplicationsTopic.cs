using ItsmAi.ServiceDeskWorld.Wording;

namespace ItsmAi.ServiceDeskWorld.Topics;

/// <summary>The company's business applications: errors, slowness, wrong figures.</summary>
internal static class ApplicationsTopic
{
    public static Topic Topic { get; } = new(["business-applications"])
    {
        Titles =
        [
            "{app} crashes when saving",
            "{app} shows a blank page",
            "Report in {app} shows wrong figures",
            "{app} is very slow since {day}",
            "Cannot post invoice in {app}",
            "Export from {app} fails",
            "{app}: order hangs",
            "Web shop orders missing in {app}",
            "Night job in {app} did not run",
            "Search in {app} finds nothing",
        ],
        Symptoms =
        [
            "When I save an order in {app} the window closes with error {code}.",
            "After the update {app} only shows a blank page.",
            "The monthly report in {app} shows the figures of last year.",
            "{app} needs a minute for every click since {ago}.",
            "The invoice cannot be posted, {app} says the period is closed.",
            "The export to a spreadsheet in {app} stops at {number} rows.",
            "A booking hangs in status 'in process' and nobody can change it.",
            "Orders from the web shop do not arrive in {app} any more.",
            "The nightly job of {app} did not run, the stock figures are old.",
            "The search in {app} finds no customer although the record is there.",
        ],
        Details =
        [
            "Error {code} in module {module}.", "Transaction {module}-{number}.", "The job number is {number}.",
            "Same for my colleague {colleague}.",
            "Log: {app} deadlock, code {number}.",
        ],
        German =
        [
            "{app} stürzt ab|Beim Speichern einer Bestellung schließt sich {app} mit Fehler {code}.",
            "Bericht in {app} falsch|Der Monatsbericht zeigt die Zahlen vom Vorjahr, bitte dringend prüfen.",
        ],
        French =
        [
            "{app} ne répond plus|Quand j'enregistre une commande, {app} se ferme avec l'erreur {code}.",
        ],
        Resolutions =
        [
            "Job restarted, posting repeated.", "Known error of the release; fix installed.",
            "Record was locked by another session; released.",
            "Report corrected, period set.",
        ],
    };
}
