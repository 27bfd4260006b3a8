using ItsmAi.Hosting.Calls;

namespace ItsmAi.Hosting.Pages.Frame;

/// <summary>
/// What is the same on every page: the head, the landmarks, and headers that forbid all but our own style.
/// </summary>
internal static class PageFrame
{
    public static WebAnswer Answer(int status, string title, Action<Html> main)
    {
        var page = new Html();
        page.Open("html", null, ("lang", "en")).Open("head");
        page.Open("meta", null, ("charset", "utf-8"));
        page.Open("meta", null, ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        page.Open("meta", null, ("name", "color-scheme"), ("content", "light dark"));
        page.Element("title", $"{title} · ItsmAi");
        var before = page.ToString();
        var body = new Html();
        body.Close("head").Open("body");
        body.Element("a", "Skip to the content", "skip", ("href", "#main"));
        body.Open("header").Open("p", "brand").Text("ItsmAi").Close("p").Heading(1, title).Close("header");
        body.Open("main", null, ("id", "main"));
        main(body);
        body.Close("main");
        body.Open("footer").Paragraph("Times are UTC. This page runs no script and loads nothing.").Close("footer");
        body.Close("body").Close("html");
        // The style is our own constant: encoded, its hash would no longer fit.
        return WebAnswer.Html(status, $"<!doctype html>\n{before}<style>{PageStyle.Css}</style>{body}")
            .With("Content-Security-Policy", PageStyle.Policy)
            .With("Referrer-Policy", "no-referrer")
            .With("Cross-Origin-Opener-Policy", "same-origin");
    }
}
