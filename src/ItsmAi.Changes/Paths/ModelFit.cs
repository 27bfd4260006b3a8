namespace ItsmAi.Changes.Paths;

/// <summary>How the change stands to a model of the catalogue.</summary>
public enum ModelFit
{
    NoModel,
    OutOfScope,
    InScope,
}
