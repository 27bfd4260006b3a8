using ItsmAi.Hosting.Demo;

namespace ItsmAi.Hosting.Tests.Demo;

public sealed class DemoFolderTests : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("itsmai-test-").FullName;

    public void Dispose() => Directory.Delete(_path, recursive: true);

    [Fact]
    public void A_folder_with_other_things_in_it_is_refused_and_left_alone()
    {
        var letter = Path.Combine(_path, "letter.txt");
        File.WriteAllText(letter, "dear");

        var refused = Assert.Throws<FormatException>(() => DemoFolder.Open(_path));

        Assert.Contains(_path, refused.Message, StringComparison.Ordinal);
        Assert.Equal([letter], Directory.GetFileSystemEntries(_path));
    }

    [Fact]
    public void A_folder_of_an_earlier_demo_begins_anew_and_keeps_what_is_not_of_the_demo()
    {
        using (DemoFolder.Open(_path)) File.WriteAllText(Path.Combine(_path, "itsmai.db"), "old");
        File.WriteAllText(Path.Combine(_path, "letter.txt"), "dear");

        using var again = DemoFolder.Open(_path);

        Assert.False(File.Exists(Path.Combine(_path, "itsmai.db")));
        Assert.True(File.Exists(Path.Combine(_path, "letter.txt")));
    }

    [Fact]
    public void A_folder_that_nobody_named_goes_away()
    {
        string path;
        using (var folder = DemoFolder.Open(named: null))
        {
            path = folder.Path;
            Assert.True(Directory.Exists(path));
        }

        Assert.False(Directory.Exists(path));
    }
}
