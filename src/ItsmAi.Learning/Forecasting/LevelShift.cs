namespace ItsmAi.Learning.Forecasting;

/// <summary>A step that is most of what the last days rose by: what came before it says nothing of what comes.</summary>
internal static class LevelShift
{
    /// <summary>The hour from which to look: the one given, or the one after the step.</summary>
    public static long Since(IReadOnlyList<ValueRange> hours, long since, double noise)
    {
        int first = 0;
        while (first < hours.Count - 1 && hours[first].Hour < since) first++;
        double largest = 0;
        long at = since;
        for (int here = first + 1; here < hours.Count - 1; here++)
        {
            double step = hours[here + 1].Lower - hours[here - 1].Upper;
            if (step > largest) (largest, at) = (step, hours[here + 1].Hour);
        }

        double rise = hours[^1].Middle - hours[first].Middle;
        return largest > 4 * noise && largest > 0.6 * rise && rise > 0 ? at : since;
    }
}
