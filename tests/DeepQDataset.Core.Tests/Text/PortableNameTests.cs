using CsCheck;
using DeepQDataset.Text;
using Xunit;

namespace DeepQDataset.Core.Tests.Text;

public sealed class PortableNameTests
{
    private static readonly Gen<string> Pieces = Gen.OneOf<string>(
        Gen.OneOf(
            "CON", "nul", "Com1", "LPT\u00B9", "CONIN$", "conout$", ".", "..", " ", "\u3000", "\t", "\n", "\u0085", "\0", ":", "|",
            "<\u0338", "\\", "?", "/", "\u00AD", "\u200B", "\u202E", "\uFEFF", "\u0600", "\U000E0041", "e\u0301", "\u00E9",
            "\u1E9B\u0323", "\u1100\u1161", "\u212A", "\uD800", "\uDC00", "\uFFFD", "\uFFFF", "\U0001F9E0", "\u80F8", "a", "B", "_", "7"),
        Gen.Char[' ', '~'].Select(static character => character.ToString()),
        Gen.Char.Select(static character => character.ToString()),
        Gen.Select(Gen.OneOf("\u80F8", "x", "e\u0301", "\U0001F9E0"), Gen.Int[80, 300])
            .Select(static (text, count) => string.Concat(Enumerable.Repeat(text, count))));

    private static readonly Gen<string> Names = Pieces.Array[1, 6].Select(string.Concat);

    [Fact]
    public void A_files_name_is_changed_where_it_has_a_fault_and_only_there() => Names.Sample(
        name =>
        {
            NameFaults faults = PortableName.FaultsOfFile(name);
            string mended = Mend(name, NameFaults.All);
            Assert.Equal(faults == NameFaults.None, string.Equals(mended, name, StringComparison.Ordinal));
            Assert.Equal(NameFaults.None, PortableName.FaultsOfFile(mended));
        },
        iter: 20_000);

    [Fact]
    public void What_is_mended_of_a_file_is_one_fault_at_a_time() =>
        Gen.Select(Names, Gen.OneOf(NameFaults.Character, NameFaults.Space, NameFaults.Normalization))
        .Sample(
            (name, fault) =>
            {
                bool isFaulty = PortableName.FaultsOfFile(name).HasFlag(fault);
                string mended = PortableName.MendFile(name, fault);
                Assert.Equal(!isFaulty, string.Equals(mended, name, StringComparison.Ordinal));
                Assert.False(PortableName.FaultsOfFile(mended).HasFlag(fault));
            },
            iter: 20_000);

    [Fact]
    public void A_folders_name_is_changed_where_it_has_a_fault_and_only_there() => Names.Sample(
        name =>
        {
            NameFaults faults = PortableName.FaultsOfFolder(name);
            string mended = PortableName.MendFolder(name, NameFaults.All);
            Assert.Equal(faults == NameFaults.None, string.Equals(mended, name, StringComparison.Ordinal));
            Assert.Equal(NameFaults.None, PortableName.FaultsOfFolder(mended));
            Assert.Equal(
                faults.HasFlag(NameFaults.Normalization),
                !string.Equals(PortableName.MendFolder(name, NameFaults.Normalization), name, StringComparison.Ordinal));
        },
        iter: 20_000);

    [Fact]
    public void A_path_is_unpacked_under_another_name_only_where_a_fault_tells_of_it() => Names.Sample(
        name =>
        {
            string part = name.Replace('/', '_');
            string path = PortablePath.From($"{part}/{part}");
            string unpacked = path[(path.IndexOf('/', StringComparison.Ordinal) + 1)..];
            Assert.Equal($"{unpacked}/{unpacked}", path);
            if (!string.Equals(unpacked, part, StringComparison.Ordinal))
            {
                Assert.NotEqual(NameFaults.None, PortableName.FaultsOfFile(part));
                Assert.NotEqual(NameFaults.None, PortableName.FaultsOfFolder(part));
            }

            Assert.False(PortableName.FaultsOfFolder(unpacked).HasFlag(NameFaults.Portability));
            Assert.Equal(unpacked, PortablePath.From(unpacked));
        },
        iter: 20_000);

    [Theory]
    [InlineData("CONIN$.png", (int)NameFaults.Portability)]
    [InlineData("conout$", (int)NameFaults.Portability)]
    [InlineData("CON .png", (int)(NameFaults.Portability | NameFaults.Space))]
    [InlineData("CONIN.png", 0)]
    [InlineData("so\u00ADft.png", 0)]
    [InlineData("\u0600.png", 0)]
    [InlineData("ze\u200Bro.png", (int)NameFaults.Normalization)]
    [InlineData("\U0001F9E0.png", 0)]
    [InlineData("a.png ", (int)NameFaults.Space)]
    [InlineData("a.png.", (int)NameFaults.Portability)]
    [InlineData(".hidden.png", 0)]
    public void Faults_of_a_file(string name, int expected) => Assert.Equal((NameFaults)expected, PortableName.FaultsOfFile(name));

    [Theory]
    [InlineData("Class B", 0)]
    [InlineData(" lung", 0)]
    [InlineData("lung ", (int)NameFaults.Portability)]
    [InlineData("lung.", (int)NameFaults.Portability)]
    [InlineData("a:b", (int)NameFaults.Portability)]
    [InlineData("a\tb", (int)NameFaults.Portability)]
    [InlineData("aux", (int)NameFaults.Portability)]
    [InlineData("e\u0301", (int)NameFaults.Normalization)]
    public void Faults_of_a_folder(string name, int expected) => Assert.Equal((NameFaults)expected, PortableName.FaultsOfFolder(name));

    [Theory]
    [InlineData("so\u00ADft hy\u00ADphen.png", "so\u00ADft_hy\u00ADphen.png")]
    [InlineData("\u200Ba\u202Eb.png", "ab.png")]
    [InlineData("<\u0338.png", "\u226E.png")]
    [InlineData("C\u200BON.png", "_CON.png")]
    [InlineData("\ta.png\n", "a.png")]
    [InlineData(" .a.png", "_.a.png")]
    [InlineData("...", "")]
    public void Mended_files(string name, string expected) => Assert.Equal(expected, PortableName.MendFile(name, NameFaults.All));

    [Fact]
    public void Half_a_character_cannot_be_stored()
    {
        // Attributes cannot hold it.
        Assert.Equal(NameFaults.Normalization, PortableName.FaultsOfFile("\uD83Ea.png"));
        Assert.Equal("\uFFFDa.png", PortableName.MendFile("\uD83Ea.png", NameFaults.Normalization));
        Assert.Equal("a\uFFFD", PortableName.MendFolder("a\uDC00", NameFaults.Normalization));
    }

    [Theory]
    [InlineData(260, 0)]
    [InlineData(261, (int)NameFaults.Portability)]
    public void A_path_counts_as_its_files_fault(int length, int expected) =>
        Assert.Equal((NameFaults)expected, PortableName.FaultsOfFile("a.png", length));

    [Theory]
    [InlineData("....x", 258, "_.png")]
    [InlineData("console", 253, "_on.png")]
    public void A_name_cut_short_is_valid_still(string stem, int folderLength, string expected) =>
        Assert.Equal(expected, PortableName.Fit(stem, ".png", folderLength));

    /// <summary>As whoever writes a file does.</summary>
    private static string Mend(string name, NameFaults faults)
    {
        string mended = PortableName.MendFile(name, faults);
        return mended.Length == 0 ? "_" : PortableName.Fit(mended, "", 0);
    }
}
