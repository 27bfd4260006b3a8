using ItsmAi.Learning.Text;

namespace ItsmAi.Learning.Classification;

/// <summary>
/// One against the rest: min ½‖w‖² + C Σ max(0, 1 − y w·x)², by dual coordinate descent with shrinking (Hsieh, Chang,
/// Lin, Keerthi and Sundararajan, 2008, algorithm 3). A constant feature of 1 carries the bias.
/// </summary>
internal sealed class LinearSupportVectorMachine(SparseRows rows, IReadOnlyList<int> chosen, double cost, int features)
{
    // The published tolerance of 0.1 is loose for probabilities; below 0.01 no figure moves.
    private const double Tolerance = 0.02;
    private const int MostRounds = 300;

    private readonly double _diagonal = 0.5 / cost;
    private readonly double[] _curvature = [.. chosen.Select(row => Curvature(rows, row, 0.5 / cost))];

    /// <summary>The weights of the features, the bias last. The same seed gives the same weights.</summary>
    public float[] Fit(Func<int, bool> isPositive, int seed, CancellationToken stop)
    {
        var descent = new Descent(this, isPositive, new Random(seed));
        for (int round = 0; round < MostRounds && !descent.IsDone; round++)
        {
            stop.ThrowIfCancellationRequested();
            descent.Round();
        }
        return descent.Weights;
    }

    private static double Curvature(SparseRows rows, int row, double diagonal)
    {
        double squares = diagonal + 1;
        foreach (float value in rows.Values(row))
            squares += (double)value * value;
        return squares;
    }

    private sealed class Descent
    {
        private readonly LinearSupportVectorMachine _problem;
        private readonly Random _random;
        private readonly double[] _multipliers;
        private readonly sbyte[] _signs;
        private readonly int[] _order;
        private int _active;
        private double _shrinkAbove = double.PositiveInfinity;
        private double _highest;
        private double _lowest;

        public Descent(LinearSupportVectorMachine problem, Func<int, bool> isPositive, Random random)
        {
            _problem = problem;
            _random = random;
            _active = problem._curvature.Length;
            _multipliers = new double[_active];
            _order = [.. Enumerable.Range(0, _active)];
            _signs = [.. _order.Select(at => isPositive(at) ? (sbyte)1 : (sbyte)-1)];
            Weights = new float[problem.Features + 1];
        }

        public float[] Weights { get; }

        public bool IsDone { get; private set; }

        public void Round()
        {
            (_highest, _lowest) = (double.NegativeInfinity, double.PositiveInfinity);
            _random.Shuffle(_order.AsSpan(0, _active));
            for (int at = 0; at < _active; at++)
                if (!Improve(_order[at]))
                    Shrink(at--);
            Judge();
        }

        // False where the row is far on the right side and need not be looked at again for now.
        private bool Improve(int row)
        {
            SparseRows rows = _problem.Rows;
            int chosen = _problem.Chosen[row];
            ReadOnlySpan<int> features = rows.Features(chosen);
            ReadOnlySpan<float> values = rows.Values(chosen);
            double multiplier = _multipliers[row];
            double gradient = (_signs[row] * Margin(features, values)) - 1 + (_problem._diagonal * multiplier);
            if (multiplier == 0 && gradient > _shrinkAbove)
                return false;
            double projected = multiplier == 0 ? Math.Min(gradient, 0) : gradient;
            _highest = Math.Max(_highest, projected);
            _lowest = Math.Min(_lowest, projected);
            if (Math.Abs(projected) < 1e-12)
                return true;
            double next = Math.Max(multiplier - (gradient / _problem._curvature[row]), 0);
            _multipliers[row] = next;
            Move(features, values, (float)((next - multiplier) * _signs[row]));
            return true;
        }

        private double Margin(ReadOnlySpan<int> features, ReadOnlySpan<float> values)
        {
            float[] weights = Weights;
            float even = weights[^1], odd = 0;
            int at = 0;
            for (; at + 1 < features.Length; at += 2)
            {
                even += weights[features[at]] * values[at];
                odd += weights[features[at + 1]] * values[at + 1];
            }
            if (at < features.Length)
                even += weights[features[at]] * values[at];
            return even + odd;
        }

        private void Move(ReadOnlySpan<int> features, ReadOnlySpan<float> values, float step)
        {
            float[] weights = Weights;
            for (int at = 0; at < features.Length; at++)
                weights[features[at]] += step * values[at];
            weights[^1] += step;
        }

        private void Shrink(int at)
        {
            _active--;
            (_order[at], _order[_active]) = (_order[_active], _order[at]);
        }

        private void Judge()
        {
            if (_highest - _lowest > Tolerance)
            {
                _shrinkAbove = _highest <= 0 ? double.PositiveInfinity : _highest;
                return;
            }
            // Done with the rows still looked at; only a round over all of them may end the search.
            IsDone = _active == _order.Length;
            _active = _order.Length;
            _shrinkAbove = double.PositiveInfinity;
        }
    }

    private SparseRows Rows => rows;

    private IReadOnlyList<int> Chosen => chosen;

    private int Features => features;
}
