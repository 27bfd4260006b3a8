using ItsmAi.Learning.Bytes;
using ItsmAi.Learning.Classification;

namespace ItsmAi.Hosting.Files;

/// <summary>Keeps trained models in a file; a write is whole or not at all.</summary>
public static class ModelFile
{
    /// <summary>The output that names what a ticket is about.</summary>
    public const string Category = "category";

    /// <summary>
    /// Writes beside the file first and then takes its place, so that a reader never sees half a model.
    /// </summary>
    public static FileProblem? Write(string path, LabelledModels models)
    {
        string beside = path + ".part";
        try
        {
            File.WriteAllBytes(beside, models.ToBytes());
            File.Move(beside, path, overwrite: true);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new FileProblem($"{path}: cannot be written: {exception.Message}");
        }
    }

    /// <summary>Reads the models; the problem says what is wrong with the file and then there are none.</summary>
    public static FileProblem? Read(string path, out LabelledModels? models)
    {
        models = null;
        try
        {
            ModelReading<LabelledModels> reading = LabelledModels.Read(File.ReadAllBytes(path));
            models = reading.Model;
            return reading.IsRead ? null : new FileProblem($"{path}: {reading.Problem.Says}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new FileProblem($"{path}: cannot be read: {exception.Message}");
        }
    }
}
