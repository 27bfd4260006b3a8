namespace ItsmAi.Hosting.Files.Tables;

/// <summary>The rows of a table, one after the other, in whatever format the file has.</summary>
internal interface IRowSource
{
    /// <summary>The columns that the header names, or that the rows so far have had.</summary>
    IReadOnlyCollection<string> Columns { get; }

    /// <summary>What ended the rows early, or nothing.</summary>
    FileProblem? Problem { get; }

    /// <summary>The next row; nothing after the last or at a problem.</summary>
    TableRow? Next();
}
