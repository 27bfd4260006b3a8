using System.Diagnostics.CodeAnalysis;

namespace ItsmAi.Learning.Bytes;

/// <summary>A model read from bytes, or the problem that kept it from being read: exactly one of them.</summary>
public sealed class ModelReading<TModel>
    where TModel : class
{
    internal ModelReading(TModel model) => Model = model;

    internal ModelReading(ModelProblem problem) => Problem = problem;

    /// <summary>The model, where the bytes hold one.</summary>
    public TModel? Model { get; }

    /// <summary>What is wrong, where they do not.</summary>
    public ModelProblem? Problem { get; }

    /// <summary>True where there is a model.</summary>
    [MemberNotNullWhen(true, nameof(Model))]
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool IsRead => Model is not null;
}
