using System.Text;
using System.Text.Unicode;
using DeepQDataset.Text;

namespace DeepQDataset.Sources.Zip;

/// <summary>
/// Decodes the names of a zip's entries: by the Unicode Path field, by flag bit 11, or as ASCII. All other names are assumed to have one
/// encoding, since one tool on one machine wrote them, and it is guessed from all of them together.
/// </summary>
internal sealed class ZipNameDecoder
{
    private static readonly CodePageGuess None = new(CodePage.Utf8, isPlausible: true);

    private ZipNameDecoder(CodePageGuess guess) => Guess = guess;

    /// <summary>Gets the guessed encoding; meaningless if no name needed it.</summary>
    public CodePageGuess Guess { get; }

    /// <summary>Creates a decoder from all names that need a guess.</summary>
    public static ZipNameDecoder For(IReadOnlyList<ZipRecord> records)
    {
        List<ReadOnlyMemory<byte>>? unknown = null;
        foreach (ZipRecord record in records)
        {
            if (SourceOf(record) == ZipNameSource.Guess)
            {
                (unknown ??= []).Add(record.RawName);
            }
        }

        return new ZipNameDecoder(unknown is null ? None : CodePageGuess.From(unknown));
    }

    /// <summary>Decodes an entry's name.</summary>
    public string Decode(ZipRecord record, out ZipNameSource source)
    {
        source = SourceOf(record);
        return source switch
        {
            ZipNameSource.UnicodePath => record.UnicodePath!,
            ZipNameSource.Guess => Guess.Decode(record.RawName),
            _ => Encoding.UTF8.GetString(record.RawName),
        };
    }

    private static ZipNameSource SourceOf(ZipRecord record)
    {
        if (record.UnicodePath is not null)
        {
            return ZipNameSource.UnicodePath;
        }

        if (Ascii.IsValid(record.RawName))
        {
            return ZipNameSource.Ascii;
        }

        return record.HasUnicodeFlag && Utf8.IsValid(record.RawName) ? ZipNameSource.UnicodeFlag : ZipNameSource.Guess;
    }
}
