using ItsmAi.Desk.Tickets;
using ItsmAi.Incidents.Prioritising;

namespace ItsmAi.Incidents.Tests.Prioritising;

public sealed class ImpactUrgencyMatrixTests
{
    public static TheoryData<Impact, Urgency, Priority> Cells()
    {
        var data = new TheoryData<Impact, Urgency, Priority>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", "matrix.csv")).Skip(1))
        {
            var cells = line.Split(',');
            data.Add(Enum.Parse<Impact>(cells[0]), Enum.Parse<Urgency>(cells[1]), Enum.Parse<Priority>(cells[2]));
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Priority_is_looked_up(Impact impact, Urgency urgency, Priority priority) =>
        Assert.Equal(priority, ImpactUrgencyMatrix.Default.Of(impact, urgency));

    [Fact]
    public void A_matrix_has_nine_cells() =>
        Assert.Throws<ArgumentException>(() => new ImpactUrgencyMatrix([Priority.P1]));
}
