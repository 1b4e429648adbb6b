using System.IO.Hashing;
using System.Text;
using System.Text.Unicode;

namespace DeepQDataset.Labels;

/// <summary>
/// Stores each distinct name once and numbers names from 0. Names are looked up by their UTF-8 bytes, so that known names need no string.
/// </summary>
internal sealed class NamePool
{
    private const int LongestOnStack = 256;

    // A random seed for each process prevents files that cause hash collisions.
    private static readonly long Seed = Random.Shared.NextInt64();

    private readonly List<string> _names = [];
    private int[] _buckets = new int[16];
    private int[] _hashes = new int[16];
    private int[] _next = new int[16];
    private int _last = -1;

    /// <summary>Gets the names by index.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>Returns the index of a name, which is added if it is new.</summary>
    /// <param name="name">The name in valid UTF-8.</param>
    public int Intern(ReadOnlySpan<byte> name)
    {
        if (_last >= 0 && IsSame(_names[_last], name))
        {
            return _last;
        }

        int hash = (int)XxHash3.HashToUInt64(name, Seed);
        for (int entry = _buckets[hash & (_buckets.Length - 1)]; entry != 0; entry = _next[entry - 1])
        {
            if (_hashes[entry - 1] == hash && IsSame(_names[entry - 1], name))
            {
                return _last = entry - 1;
            }
        }

        return _last = Add(Encoding.UTF8.GetString(name), hash);
    }

    private static bool IsSame(string known, ReadOnlySpan<byte> name)
    {
        if (known.Length > name.Length || known.Length * 3 < name.Length)
        {
            return false;
        }

        if (known.Length == name.Length)
        {
            // If there are as many UTF-16 units as UTF-8 bytes, both are ASCII or they differ.
            return Ascii.Equals(name, known);
        }

        Span<char> buffer = stackalloc char[LongestOnStack];
        return name.Length > LongestOnStack
            ? Encoding.UTF8.GetString(name).Equals(known, StringComparison.Ordinal)
            : Utf8.ToUtf16(name, buffer, out _, out int written) == System.Buffers.OperationStatus.Done
                && buffer[..written].SequenceEqual(known);
    }

    private int Add(string name, int hash)
    {
        int number = _names.Count;
        if (number == _buckets.Length)
        {
            Grow();
        }

        _names.Add(name);
        _hashes[number] = hash;
        ref int bucket = ref _buckets[hash & (_buckets.Length - 1)];
        _next[number] = bucket;
        bucket = number + 1;
        return number;
    }

    private void Grow()
    {
        int size = _buckets.Length * 2;
        Array.Resize(ref _hashes, size);
        Array.Resize(ref _next, size);
        _buckets = new int[size];
        for (int number = 0; number < _names.Count; number++)
        {
            ref int bucket = ref _buckets[_hashes[number] & (size - 1)];
            _next[number] = bucket;
            bucket = number + 1;
        }
    }
}
