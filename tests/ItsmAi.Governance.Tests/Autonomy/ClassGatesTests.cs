using System.Globalization;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Classes;
using ItsmAi.Governance.Suggestions;

namespace ItsmAi.Governance.Tests.Autonomy;

public sealed class ClassGatesTests
{
    public static TheoryData<string[]> Rows() =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", "class-gates.csv")).Skip(1).Select(line => line.Split('|'))];

    [Theory]
    [MemberData(nameof(Rows))]
    public void What_people_set_for_a_class_shuts_the_gates_of_the_table(string[] cells)
    {
        var one = new TicketClass
        {
            Id = "vpn", Label = "vpn", Names = ["vpn"], BornAt = Some.Time, IsRetired = cells[0] == "yes",
            Block = cells[1].Length == 0 ? null : new ClassBlock(cells[1], Some.Time),
            Threshold = cells[2].Length == 0 ? null : double.Parse(cells[2], CultureInfo.InvariantCulture),
        };

        var gates = ClassGates.Of(one, Confidence.Of(double.Parse(cells[3], CultureInfo.InvariantCulture))).ToList();

        var failed = gates.Where(gate => !gate.Passed).ToList();
        Assert.True(cells[4] == string.Join(' ', failed.Select(gate => gate.Name)), cells[6]);
        Assert.Equal(cells[5], string.Join(' ', failed.Select(gate => gate.Cap)));
        Assert.Equal(cells[2].Length == 0 ? 2 : 3, gates.Count);
    }
}
