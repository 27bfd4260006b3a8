using System.Collections.Frozen;

namespace ItsmAi.Learning.Text;

/// <summary>Words of English and German that say nothing of what a text is about.</summary>
internal static class StopWords
{
    private const string All = """
        a about above after again all almost along already also although always am among an and any anyone anything are around as at
        be became because become been before being below between both but by can cannot could did do does doing done down due during
        each either else ever every everything except few first for from further get gets give given go had has have having he hence
        her here him his how however i if in indeed instead into is it its itself just keep last least less made make many may me
        might more most much must my myself neither never no nor not nothing now of off often on once one only onto or other others
        our out over own per perhaps please put rather re same see seem seems several she should since so some something sometimes
        still such take than that the their them then there therefore these they thing this those though through thus to together too
        toward two under until up upon us very via was we well were what when where whether which while who whole whom whose why will
        with within without would yet you your yours across afterwards against alone amongst another anyhow anyway anywhere back becomes
        becoming behind beside besides beyond etc even everyone everywhere find five former found four full latter meanwhile mine moreover
        mostly namely nevertheless next nobody none nowhere otherwise ours ourselves part seemed seeming show side six somehow someone
        sometime somewhere ten themselves thereby three throughout top towards whatever

        aber alle allem allen aller alles als also am an auch auf aus bei beim bereits bin bis bist da dabei damit dann das dass dem
        den denn der des dessen deshalb die dies diese diesem diesen dieser dieses doch dort du durch ein eine einem einen einer eines
        er es etwas euch für gegen gibt habe haben hat hatte hatten hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im in
        ins ist ja jede jedem jeden jeder jedes jedoch jetzt kann kein keine keinem keinen keiner können könnte man mehr mein meine
        meinem meinen meiner mich mir mit muss müssen nach nicht nichts noch nun nur ob oder ohne sehr sein seine seit sich sie sind so
        sobald sollte sonst über um und uns unser unsere unter vom von vor wann war waren warum was weil wenn wer werden wie wieder wir
        wird wo wurde wurden zu zum zur zwar zwischen
        """;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words =
        All.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True for a word in lower case that is one of them.</summary>
    public static bool Contains(ReadOnlySpan<char> word) => Words.Contains(word);
}
