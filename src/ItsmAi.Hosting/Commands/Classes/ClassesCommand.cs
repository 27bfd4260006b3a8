using System.CommandLine;
using ItsmAi.Governance.Classes;
using ItsmAi.Governance.Receipts;

namespace ItsmAi.Hosting.Commands.Classes;

/// <summary><c>itsmai classes</c>: the closed list of classes, and what people set for them.</summary>
public static class ClassesCommand
{
    public static Command Build(TextWriter output, TextWriter error, TimeProvider clock)
    {
        var change = new ClassChange(output, error, clock);
        return new Command("classes", "See the classes, and set what outlives every model.")
        {
            ClassesListCommand.Build(output, clock),
            Add(change, clock), Rename(change), Split(change, clock), Merge(change, clock), Block(change, clock),
            change.Command(
                "unblock", "Lift the bar from a class.", ReceiptKind.Unblocked,
                (_, label) => before => ChangeTaxonomy.Unblock(before, label)),
            Threshold(change),
        };
    }

    private static Command Add(ClassChange change, TimeProvider clock)
    {
        var owner = new Option<string?>("--owner") { Description = "Who answers for the category; the policy's owner otherwise." };
        return change.Command(
            "add", "Add a class that no model knows yet.", ReceiptKind.TaxonomyChanged,
            (parsed, label) => before => ChangeTaxonomy.Add(before, label, parsed.GetValue(owner), clock.GetUtcNow()), owner);
    }

    private static Command Rename(ClassChange change)
    {
        var to = new Option<string>("--to") { Description = "The new label.", Required = true };
        return change.Command(
            "rename", "Give a class another label; what is set for it stays.", ReceiptKind.TaxonomyChanged,
            (parsed, label) => before => ChangeTaxonomy.Rename(before, label, parsed.GetRequiredValue(to)), to);
    }

    private static Command Split(ClassChange change, TimeProvider clock)
    {
        var into = new Option<string[]>("--into")
        {
            Description = "The labels of the parts, two or more.", Required = true, AllowMultipleArgumentsPerToken = true,
        };
        return change.Command(
            "split", "Split a class; its parts inherit what is set and start in Shadow.", ReceiptKind.TaxonomyChanged,
            (parsed, label) => before => ChangeTaxonomy.Split(before, label, parsed.GetRequiredValue(into), clock.GetUtcNow()), into);
    }

    private static Command Merge(ClassChange change, TimeProvider clock)
    {
        var with = new Option<string[]>("--with")
        {
            Description = "The other classes.", Required = true, AllowMultipleArgumentsPerToken = true,
        };
        var into = new Option<string>("--into") { Description = "The label of what they become.", Required = true };
        return change.Command(
            "merge", "Merge classes; the one made of them inherits the strictest and starts in Shadow.", ReceiptKind.TaxonomyChanged,
            (parsed, label) => before => ChangeTaxonomy.Merge(
                before, [label, .. parsed.GetRequiredValue(with)], parsed.GetRequiredValue(into), clock.GetUtcNow()),
            with, into);
    }

    private static Command Block(ClassChange change, TimeProvider clock) => change.Command(
        "block", "Bar a class from automation, whatever model or name it has; the reason is shown.", ReceiptKind.Blocked,
        (parsed, label) => before => ChangeTaxonomy.Block(before, label, change.ReasonIn(parsed), clock.GetUtcNow()));

    private static Command Threshold(ClassChange change)
    {
        var at = new Option<double?>("--at") { Description = "0 to 1; left out, the model's own suffices." };
        return change.Command(
            "threshold", "Set the least confidence that is acted on in a class.", ReceiptKind.ThresholdSet,
            (parsed, label) => before => ChangeTaxonomy.SetThreshold(before, label, parsed.GetValue(at)), at);
    }
}
