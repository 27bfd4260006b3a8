using ItsmAi.ServiceDeskWorld.Wording;

namespace ItsmAi.ServiceDeskWorld.Topics;

/// <summary>Wifi, cables, switches and slowness at a site.</summary>
internal static class NetworkTopic
{
    public static Topic Topic { get; } = new(["network-connectivity"])
    {
        Titles =
        [
            "No network in {room}",
            "Wifi keeps dropping on {floor}",
            "Internet very slow in {site}",
            "LAN port in {room} is dead",
            "Connected to the wifi but no internet",
            "Network drops every few minutes",
            "No IP address on the wired network",
            "Access point near {room} broken?",
            "Desk move: no link at the new place",
            "Guest wifi page does not open",
        ],
        Symptoms =
        [
            "The network socket in {room} is dead, nothing gets a connection there.",
            "The wifi on {floor} drops every few minutes and comes back by itself.",
            "Web pages take ages to load here in {site}, copying a file from the server crawls.",
            "The light on the wall port in {room} stays off, whatever cable I use.",
            "My laptop says it is connected but there is no internet.",
            "Pinging the gateway loses every third packet, all connections break.",
            "I only get a 169.254 address when I plug in the cable.",
            "The access point above {room} blinks orange and the signal is very weak.",
            "Since we moved desks the port in {room} gives no link.",
            "The guest wifi for visitors shows the sign-up page again and again.",
        ],
        Details =
        [
            "The speed test shows {number} kbit/s down.", "The message is \"Limited connectivity\".",
            "DNS says NXDOMAIN for everything.",
            "The switch label says {item}.", "It happens on phone and laptop alike.",
        ],
        German =
        [
            "WLAN in {room} geht nicht|Das WLAN bricht hier in {site} alle paar Minuten ab. Kabel geht auch "
            + "nur manchmal.",
            "Kein Netz am Arbeitsplatz|Seit {vor} habe ich kein Netzwerk an der Dose in {room}, die Lampe am "
            + "Port ist aus.",
        ],
        French =
        [
            "Plus de réseau au {floor}|Le wifi coupe toutes les cinq minutes à {site} et la prise réseau ne "
            + "donne rien.",
        ],
        Resolutions =
        [
            "Replaced the patch cable and re-enabled the switch port.",
            "Access point restarted, channel plan corrected.",
            "DHCP scope was full; extended.", "Carrier fault, cleared by the carrier.",
        ],
    };
}
