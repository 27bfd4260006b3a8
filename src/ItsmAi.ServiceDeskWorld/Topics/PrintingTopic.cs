using ItsmAi.ServiceDeskWorld.Wording;

namespace ItsmAi.ServiceDeskWorld.Topics;

/// <summary>Printers and scanners.</summary>
internal static class PrintingTopic
{
    public static Topic Topic { get; } = new(["printing"])
    {
        Titles =
        [
            "Printer {printer} jams",
            "Print jobs stay in the queue",
            "Scan to mail does not work",
            "Toner empty on {floor}",
            "Printer prints grey stripes",
            "Badge printing does not release my jobs",
            "Label printer in {room} prints blank labels",
            "Cannot add printer {printer}",
        ],
        Symptoms =
        [
            "The printer {printer} has a paper jam every second page.",
            "My print jobs stay in the queue and never come out.",
            "Scanning to mail ends with 'transmission failed'.",
            "The toner on {floor} is empty and there is none in the cupboard.",
            "All pages come out with grey stripes.",
            "When I hold my badge to the printer it shows no jobs.",
            "The label printer in {room} feeds blank labels.",
            "I cannot add the printer {printer}, the driver is refused.",
        ],
        Details =
        [
            "Display shows code {number}.", "Tray 2 only.", "The printer's name is {printer}.", "Driver error {code}.",
        ],
        German =
        [
            "Drucker {printer} druckt nicht|Die Aufträge bleiben in der Warteschlange, am Gerät steht Papierstau.",
        ],
        French =
        [
            "Imprimante {printer} bloquée|L'imprimante du {floor} fait un bourrage papier à chaque page.",
        ],
        Resolutions =
        [
            "Fuser replaced by the supplier.", "Queue emptied, spooler restarted.", "Toner delivered.",
            "Scan profile repaired.",
        ],
    };
}
