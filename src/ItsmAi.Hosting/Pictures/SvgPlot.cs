using System.Globalization;
using System.Net;
using System.Text;
using ItsmAi.Learning.Series;

namespace ItsmAi.Hosting.Pictures;

/// <summary>
/// A line chart over time as SVG: lines, at most one band, markers and a threshold. It needs nothing but itself: no
/// script, no style sheet, no font from elsewhere.
/// </summary>
public sealed record SvgPlot(string Title, string ValueAxis)
{
    private const int Width = 1000;
    private const int Height = 400;
    private const int Left = 80;
    private const int Right = 980;
    private const int Top = 56;
    private const int Bottom = 340;

    // Okabe and Ito's colours, which eyes that confuse red and green tell apart.
    private static readonly string[] Colours = ["#0072B2", "#E69F00", "#009E73", "#CC79A7"];
    private const string Signal = "#D55E00";

    /// <summary>The lines, each with a colour of its own.</summary>
    public IReadOnlyList<PlottedLine> Lines { get; init; } = [];

    /// <summary>What the band stands for, for the legend.</summary>
    public string BandName { get; init; } = "";

    /// <summary>The band, in order of time.</summary>
    public IReadOnlyList<PlottedRange> Band { get; init; } = [];

    /// <summary>What the markers stand for, for the legend.</summary>
    public string MarkerName { get; init; } = "";

    /// <summary>Points that are marked.</summary>
    public IReadOnlyList<Sample> Markers { get; init; } = [];

    /// <summary>A value that is drawn as a dashed line across.</summary>
    public double? Threshold { get; init; }

    /// <summary>The picture.</summary>
    public string Draw()
    {
        var svg = new StringBuilder();
        PlotScale x = PlotScale.Over(Times(), Left, Right);
        PlotScale y = PlotScale.Over(Values(), Bottom, Top);
        Add(svg, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" role=\"img\"");
        Add(svg, $" font-family=\"sans-serif\" font-size=\"12\">");
        Add(svg, $"<title>{Safe(Title)}</title><rect width=\"{Width}\" height=\"{Height}\" fill=\"#fff\"/>");
        Text(svg, (Left, 20), "start", Title);
        Axes(svg, x, y);
        DrawBand(svg, x, y);
        for (int at = 0; at < Lines.Count; at++)
            DrawLine(svg, Lines[at].Samples, Colours[at % Colours.Length], (x, y));
        if (Threshold is { } limit)
            Add(svg, $"<path d=\"M{Left} {N(y.At(limit))}H{Right}\" stroke=\"{Signal}\" stroke-dasharray=\"6 4\"/>");
        foreach (Sample marker in Markers.Where(marker => !marker.IsMissing))
        {
            string centre = $"cx=\"{N(x.At(marker.Time.TotalSeconds))}\" cy=\"{N(y.At(marker.Value))}\"";
            Add(svg, $"<circle {centre} r=\"4\" fill=\"none\" stroke=\"{Signal}\" stroke-width=\"2\"/>");
        }
        Legend(svg);
        svg.Append("</svg>\n");
        return svg.ToString();
    }

    private IEnumerable<double> Times() =>
        Lines.SelectMany(line => line.Samples).Concat(Markers).Select(sample => sample.Time.TotalSeconds)
            .Concat(Band.Select(range => range.Time.TotalSeconds));

    private IEnumerable<double> Values() =>
        Lines.SelectMany(line => line.Samples).Concat(Markers).Select(sample => sample.Value)
            .Concat(Band.SelectMany(range => new[] { range.Low, range.High }))
            .Concat(Threshold is { } limit ? [limit] : []);

    private void Axes(StringBuilder svg, PlotScale x, PlotScale y)
    {
        foreach (double mark in y.Marks(6))
        {
            Add(svg, $"<path d=\"M{Left} {N(y.At(mark))}H{Right}\" stroke=\"#ddd\"/>");
            Text(svg, (Left - 8, y.At(mark) + 4), "end", mark.ToString("G6", CultureInfo.InvariantCulture));
        }
        string format = x.High - x.Low > 4 * 86_400 ? "yyyy-MM-dd" : "MM-dd HH:mm";
        foreach (double mark in x.TimeMarks(8))
        {
            var time = DateTimeOffset.UnixEpoch + TimeSpan.FromSeconds(mark);
            string label = time.ToString(format, CultureInfo.InvariantCulture);
            Add(svg, $"<path d=\"M{N(x.At(mark))} {Bottom}v5\" stroke=\"#333\"/>");
            Text(svg, (x.At(mark), Bottom + 20), "middle", label);
        }
        Add(svg, $"<path d=\"M{Left} {Top}V{Bottom}H{Right}\" fill=\"none\" stroke=\"#333\"/>");
        Text(svg, ((Left + Right) / 2, Bottom + 44), "middle", "time (UTC)");
        Add(svg, $"<g transform=\"translate(16 {(Top + Bottom) / 2}) rotate(-90)\">");
        Text(svg, (0, 0), "middle", ValueAxis);
        Add(svg, $"</g>");
    }

    private void DrawBand(StringBuilder svg, PlotScale x, PlotScale y)
    {
        if (Band.Count == 0)
            return;
        var points = Band.Select(range => (range.Time, Value: range.High))
            .Concat(Band.Reverse().Select(range => (range.Time, Value: range.Low)));
        string path = string.Join(' ', points.Select(at => $"{N(x.At(at.Time.TotalSeconds))},{N(y.At(at.Value))}"));
        Add(svg, $"<polygon points=\"{path}\" fill=\"{Colours[1]}\" fill-opacity=\"0.25\"/>");
    }

    // More samples than the picture has columns become the lowest and the highest of each column: no peak is lost.
    private static void DrawLine(StringBuilder svg, IReadOnlyList<Sample> samples, string colour, (PlotScale X, PlotScale Y) scale)
    {
        int perColumn = Math.Max(1, samples.Count / (2 * (Right - Left)));
        var path = new StringBuilder();
        bool isDrawing = false;
        foreach (Sample[] chunk in samples.Chunk(perColumn))
        {
            var present = chunk.Where(sample => !sample.IsMissing).ToArray();
            if (present.Length < chunk.Length)
                isDrawing = false;
            foreach (Sample sample in present.Length <= 2 ? present : Extremes(present))
            {
                Add(path, $"{(isDrawing ? 'L' : 'M')}{N(scale.X.At(sample.Time.TotalSeconds))} {N(scale.Y.At(sample.Value))}");
                isDrawing = true;
            }
        }
        Add(svg, $"<path d=\"{path}\" fill=\"none\" stroke=\"{colour}\"/>");
    }

    private static Sample[] Extremes(Sample[] samples)
    {
        int low = 0;
        int high = 0;
        for (int at = 1; at < samples.Length; at++)
        {
            low = samples[at].Value < samples[low].Value ? at : low;
            high = samples[at].Value > samples[high].Value ? at : high;
        }
        return [samples[Math.Min(low, high)], samples[Math.Max(low, high)]];
    }

    private void Legend(StringBuilder svg)
    {
        var entries = Lines.Select((line, at) => (line.Name, Colour: Colours[at % Colours.Length])).ToList();
        if (Band.Count > 0)
            entries.Add((BandName, Colours[1]));
        if (Markers.Count > 0)
            entries.Add((MarkerName, Signal));
        if (Threshold is { } limit)
            entries.Add((string.Create(CultureInfo.InvariantCulture, $"threshold {limit:G6}"), Signal));
        int x = Left;
        foreach ((string name, string colour) in entries)
        {
            Add(svg, $"<rect x=\"{x}\" y=\"30\" width=\"12\" height=\"12\" fill=\"{colour}\"/>");
            Text(svg, (x + 18, 40), "start", name);
            x += 40 + (7 * name.Length);
        }
    }

    private static void Text(StringBuilder svg, (double X, double Y) at, string anchor, string text) =>
        Add(svg, $"<text x=\"{N(at.X)}\" y=\"{N(at.Y)}\" text-anchor=\"{anchor}\">{Safe(text)}</text>");

    private static void Add(StringBuilder svg, FormattableString text) =>
        svg.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');

    private static string N(double at) => at.ToString("0.#", CultureInfo.InvariantCulture);

    private static string Safe(string text) => WebUtility.HtmlEncode(text);
}
