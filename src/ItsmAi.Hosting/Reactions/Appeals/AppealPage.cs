using ItsmAi.Governance.Receipts;
using ItsmAi.Hosting.Calls;
using ItsmAi.Hosting.Pages;
using ItsmAi.Hosting.Pages.Frame;

namespace ItsmAi.Hosting.Reactions.Appeals;

/// <summary>The pages that a requester sees who follows the link "this is wrong".</summary>
internal static class AppealPage
{
    private const string WhatFollows =
        "What was done is taken back unless a person changed it since, and a person looks at it.";

    public static WebAnswer Missing { get; } =
        PageFrame.Answer(404, "No such page", page => page.Paragraph("There is nothing at this address."));

    public static WebAnswer Question(Receipt decided)
    {
        var answer = PageFrame.Answer(200, "Is this wrong?", page =>
        {
            About(page, decided);
            page.Paragraph("If it is wrong, say so.").Paragraph(WhatFollows);

            // Without an action it is sent to this very address, with its key.
            page.Open("form", null, ("method", "post")).Open("button", null, ("type", "submit")).Text("This is wrong")
                .Close("button").Close("form");
            page.Close("section");
        });
        return answer.With("Content-Security-Policy", PageStyle.PolicyForForms);
    }

    public static WebAnswer Taken(Receipt decided) => PageFrame.Answer(200, "It is noted that this is wrong", page =>
    {
        About(page, decided);
        page.Paragraph(WhatFollows).Close("section");
    });

    private static void About(Html page, Receipt decided) =>
        page.Open("section", "card").Paragraph("Decided by an AI system", "quiet")
            .Heading(2, InWords.Sentence(decided.Headline));
}
