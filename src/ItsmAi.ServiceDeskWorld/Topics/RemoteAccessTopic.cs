using ItsmAi.ServiceDeskWorld.Wording;

namespace ItsmAi.ServiceDeskWorld.Topics;

/// <summary>Working from elsewhere: the VPN client and remote desktops.</summary>
internal static class RemoteAccessTopic
{
    public static Topic Topic { get; } = new(["remote-access"])
    {
        Titles =
        [
            "VPN does not connect",
            "VPN error {code}",
            "VPN disconnects after a few minutes",
            "Nothing reachable from home",
            "Remote desktop session closes by itself",
            "VPN profile gone after update",
            "VPN gateway not reachable",
            "VPN from a hotel",
            "VPN certificate expired?",
            "Remote desktop shows a black screen",
        ],
        Symptoms =
        [
            "The VPN client stops at 98 percent and then gives up.",
            "The VPN client stops with error {code}.",
            "The VPN disconnects every {few} minutes and I have to connect it again.",
            "From home the tunnel comes up but I cannot open the intranet, drives are not mapped either.",
            "My remote desktop session to the office PC closes as soon as I open it.",
            "After the client update the VPN profile is gone.",
            "The client says the gateway {item} is not reachable.",
            "At the hotel the VPN does not connect at all, on my phone hotspot it does.",
            "VPN tells me that the certificate of my device has expired.",
            "Remote desktop only shows a black screen after I connect.",
        ],
        Details =
        [
            "Error {code} each time.", "The log says TUN-{number} handshake failed.", "Client version 5.{few}.",
            "My home router was restarted already.",
            "It worked until {ago}.",
        ],
        German =
        [
            "VPN verbindet nicht|Der VPN Client bleibt im Homeoffice bei 98 Prozent stehen, dann kommt Fehler {code}.",
            "VPN bricht ab|Seit {vor} bricht der Tunnel dauernd ab, ich komme nicht mehr auf den Dateiserver.",
        ],
        French =
        [
            "VPN impossible depuis la maison|Le client VPN affiche l'erreur {code} et je ne peux pas "
            + "travailler à distance.",
        ],
        Resolutions =
        [
            "Device certificate renewed.", "VPN profile pushed again.", "Client reinstalled, version current.",
            "Gateway was out of addresses; pool extended.",
        ],
    };
}
