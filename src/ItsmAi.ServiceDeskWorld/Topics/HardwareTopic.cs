using ItsmAi.ServiceDeskWorld.Wording;

namespace ItsmAi.ServiceDeskWorld.Topics;

/// <summary>Laptops, screens, docks and what is plugged into them.</summary>
internal static class HardwareTopic
{
    public static Topic Topic { get; } = new(["workplace-hardware"])
    {
        Titles =
        [
            "Laptop does not start",
            "Docking station not recognised",
            "Second monitor stays black",
            "Battery lasts ten minutes",
            "Keyboard broken",
            "Laptop very loud and hot",
            "Touchpad clicks by itself",
            "Blue screen since this morning",
            "Laptop camera grey",
            "Laptop dropped, screen cracked",
        ],
        Symptoms =
        [
            "My laptop does not start any more, only the power light blinks.",
            "The docking station is not recognised, screens and keyboard stay dead.",
            "The second monitor stays black although the cable is fine.",
            "The battery of my laptop is empty after ten minutes.",
            "Coffee went over the keyboard and half of the keys do nothing.",
            "The fan runs all day and the device gets very hot.",
            "The touchpad clicks by itself and opens things I do not want.",
            "I get a blue screen several times a day.",
            "The camera of the laptop shows only a grey picture.",
            "The laptop fell down, the display has a crack from corner to corner.",
        ],
        Details =
        [
            "Asset number {asset}.", "Stop code 0x{number}.", "Device is {few} months old.", "Another dock works.",
            "The label says {asset}.",
        ],
        German =
        [
            "Laptop startet nicht|Mein Laptop {asset} startet nicht mehr, nur die Lampe blinkt.",
            "Zweiter Bildschirm schwarz|Die Dockingstation wird nicht erkannt, der Monitor bleibt schwarz.",
        ],
        French =
        [
            "Ordinateur en panne|Mon portable {asset} ne démarre plus, l'écran reste noir.",
        ],
        Resolutions =
        [
            "Device exchanged from stock.", "Firmware of the dock updated.", "Battery replaced.",
            "Memory module replaced, test without fault.",
        ],
    };
}
