using System.Security.Cryptography;
using System.Text;

namespace ItsmAi.Hosting.Pages.Frame;

/// <summary>The one style sheet of all pages, and the hash by which the browser knows it for ours.</summary>
internal static class PageStyle
{
    public const string Css = """
        :root{--ink:#1c2430;--soft:#586374;--ground:#f6f7f9;--paper:#fff;--line:#dde2e9;--link:#1f5f99;
        --act:#e2f2e6;--act-ink:#155c2c;--propose:#e4eefa;--propose-ink:#184d86;--observe:#eceef1;--observe-ink:#434d5b;
        --refuse:#fbe7e3;--refuse-ink:#8c2a1a}
        @media(prefers-color-scheme:dark){:root{--ink:#e4e8ee;--soft:#9aa6b6;--ground:#12161c;--paper:#1a2029;
        --line:#2e3743;--link:#8dbdec;--act:#173a23;--act-ink:#a6dfb7;--propose:#183352;--propose-ink:#b1d2f5;
        --observe:#2a323d;--observe-ink:#c3ccd8;--refuse:#48221b;--refuse-ink:#f5b9ab}}
        *{box-sizing:border-box}
        body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",
        Roboto,"Liberation Sans",sans-serif}
        a{color:var(--link);text-underline-offset:.15em}
        a:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:2px}
        .skip{position:absolute;left:-99em}.skip:focus{left:1rem;top:.5rem;background:var(--paper);padding:.5rem}
        header,main,footer{max-width:78rem;margin:0 auto;padding:0 1.5rem}
        header{padding-top:1.75rem}
        .brand{margin:0;color:var(--soft);font-size:.9rem}
        h1{font-size:1.6rem;line-height:1.25;margin:.1rem 0 1rem;font-weight:650}
        h2{font-size:1.1rem;line-height:1.35;margin:0 0 .6rem;font-weight:650}
        h3{font-size:1rem;margin:1.1rem 0 .4rem;font-weight:650}
        .card>h3:first-child{margin-top:0}
        p{margin:0 0 .6rem}
        .quiet{color:var(--soft);font-size:.9rem}
        .card{background:var(--paper);border:1px solid var(--line);border-radius:10px;padding:1.1rem 1.25rem;
        margin:0 0 1rem}
        .tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.5rem,1fr));gap:.75rem;margin:0 0 1rem;
        padding:0;list-style:none}
        .tiles li{background:var(--paper);border:1px solid var(--line);border-radius:10px;padding:.7rem 1rem}
        .tiles b{display:block;font-size:1.5rem;line-height:1.2;font-weight:650;font-variant-numeric:tabular-nums}
        .tiles span{color:var(--soft);font-size:.85rem}
        .state{display:flex;flex-wrap:wrap;gap:.4rem 2rem;margin:0 0 1.25rem;padding:0;list-style:none}
        .state li::before{content:"";display:inline-block;width:.6rem;height:.6rem;border-radius:50%;
        background:var(--act-ink);margin-right:.5rem}
        .state li.bad{font-weight:650;color:var(--refuse-ink)}.state li.bad::before{background:var(--refuse-ink)}
        .wide{overflow-x:auto;padding:0}
        table{border-collapse:collapse;width:100%;font-size:.93rem}
        caption{text-align:left;padding:1rem 1.25rem .5rem;font-weight:650;font-size:1.1rem}
        th,td{text-align:left;vertical-align:top;padding:.6rem .75rem;border-top:1px solid var(--line)}
        th:first-child,td:first-child{padding-left:1.25rem}th:last-child,td:last-child{padding-right:1.25rem}
        thead th{color:var(--soft);font-weight:600;font-size:.82rem;border-top:0;white-space:nowrap}
        td.ticket{white-space:nowrap}
        td time,td.when{color:var(--soft);white-space:nowrap;font-variant-numeric:tabular-nums}
        td small{display:block;color:var(--soft);font-size:.85rem}
        .verdict{display:inline-block;border-radius:99px;padding:.1rem .65rem;font-size:.85rem;font-weight:600;
        white-space:nowrap}
        .act{background:var(--act);color:var(--act-ink)}.propose{background:var(--propose);color:var(--propose-ink)}
        .observe{background:var(--observe);color:var(--observe-ink)}
        .refuse{background:var(--refuse);color:var(--refuse-ink)}
        .facts{display:grid;grid-template-columns:repeat(auto-fill,minmax(13rem,1fr));gap:.6rem 1.5rem;margin:0}
        .facts dt{color:var(--soft);font-size:.82rem}.facts dd{margin:0;overflow-wrap:anywhere}
        .facts .long{grid-column:1/-1}
        .chain{list-style:none;margin:0;padding:0 0 0 1.5rem;border-left:2px solid var(--line)}
        .chain>li{position:relative}
        .chain>li::before{content:"";position:absolute;left:calc(-1.5rem - 7px);top:1.4rem;width:12px;height:12px;
        border-radius:50%;background:var(--paper);border:2px solid var(--link)}
        .step{color:var(--soft);font-size:.82rem;font-weight:600;margin:0}
        .plain table{font-size:.9rem}.plain th:first-child,.plain td:first-child{padding-left:0}
        meter{width:8rem;height:.7rem;vertical-align:middle}
        code,pre{font:.86em/1.5 ui-monospace,"DejaVu Sans Mono",Consolas,monospace;overflow-wrap:anywhere}
        pre{white-space:pre-wrap;margin:.5rem 0 0}
        .passed{color:var(--act-ink)}.failed{color:var(--refuse-ink);font-weight:650}
        footer{color:var(--soft);font-size:.85rem;padding-top:.5rem;padding-bottom:2.5rem}
        @media(max-width:46rem){header,main,footer{padding-left:1rem;padding-right:1rem}
        .tiles{grid-template-columns:repeat(2,1fr)}.stack thead{position:absolute;left:-99em}
        .stack,.stack tbody,.stack tr,.stack td,.stack caption{display:block}
        .stack tr{border-top:1px solid var(--line);padding:.8rem 1rem}
        .stack td{border:0;padding:.12rem 0!important;display:grid;grid-template-columns:5.5rem 1fr;justify-items:start}
        .stack td::before{content:attr(data-label);color:var(--soft);font-size:.82rem;padding-top:.1rem}
        .stack td small{grid-column:2}.stack td.lead{display:block;padding:.35rem 0!important}
        .stack td.lead::before{content:none}
        .stack caption{padding:1rem}.chain{padding-left:.9rem}.chain>li::before{left:calc(-.9rem - 7px)}}
        """;

    /// <summary>
    /// Nothing may be loaded or run, framed or sent; the one style sheet is allowed by its hash.
    /// </summary>
    public static string Policy { get; } =
        "default-src 'none'; style-src 'sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Css)))
        + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>The same for a page with a form, which may be sent to us and to nobody else.</summary>
    public static string PolicyForForms { get; } =
        Policy.Replace("form-action 'none'", "form-action 'self'", StringComparison.Ordinal);
}
