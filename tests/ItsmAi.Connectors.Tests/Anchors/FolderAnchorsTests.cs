using ItsmAi.Connectors.Anchors;
using ItsmAi.Governance.Receipts.Anchors;
using ItsmAi.Governance.Records;

namespace ItsmAi.Connectors.Tests.Anchors;

public sealed class FolderAnchorsTests : AnchorStoreContract, IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    protected override IAnchorStore Open() => new FolderAnchors(_folder.File("anchors"));

    [Fact]
    public async Task A_kept_anchor_is_a_file_that_is_not_to_be_written()
    {
        await Open().Append(New(7, "seven"), Stop);

        var file = new FileInfo(_folder.File("anchors/anchor-000000000007.json"));
        Assert.True(file.IsReadOnly);
        Assert.Equal("seven", await File.ReadAllTextAsync(file.FullName, Stop));
    }

    [Fact]
    public async Task What_a_killed_process_had_half_written_is_no_anchor_and_in_nobodys_way()
    {
        Directory.CreateDirectory(_folder.File("anchors"));
        var part = _folder.File("anchors/anchor-000000000001.json.part");
        await File.WriteAllTextAsync(part, "ha", Stop);
        File.SetAttributes(part, FileAttributes.ReadOnly);

        Assert.Null(await Open().Last(Stop));
        Assert.True(await Open().Append(New(1, "whole"), Stop));
        Assert.Equal("whole", Text((await Open().Last(Stop))!));
        Assert.False(File.Exists(part));
    }

    [Fact]
    public async Task Whoever_finds_another_at_it_is_to_ask_again()
    {
        Directory.CreateDirectory(_folder.File("anchors"));
        await using (new FileStream(_folder.File("anchors/.turn"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        {
            await Assert.ThrowsAsync<StoreUnavailableException>(() => Open().Append(New(1, "later"), Stop));
        }

        Assert.True(await Open().Append(New(1, "later"), Stop));
    }

    [Fact]
    public async Task Of_many_who_keep_the_same_number_one_wins()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(caller => Task.Run(() => Try($"{caller}"), Stop)));

        Assert.Single(answers, won => won);
        Assert.Equal($"{Array.IndexOf(answers, true)}", Text((await Open().Last(Stop))!));
    }

    [Fact]
    public async Task Other_files_of_the_folder_are_not_anchors()
    {
        await Open().Append(New(1, "one"), Stop);
        await File.WriteAllTextAsync(_folder.File("anchors/readme.txt"), "", Stop);
        await File.WriteAllTextAsync(_folder.File("anchors/anchor-2.json"), "", Stop);

        Assert.Single(await Open().Read(Stop).ToListAsync(Stop));
    }

    private async Task<bool> Try(string text)
    {
        while (true)
        {
            try
            {
                return await Open().Append(New(1, text), Stop);
            }
            catch (StoreUnavailableException)
            {
                await Task.Yield();
            }
        }
    }
}
