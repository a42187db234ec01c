using System.Buffers.Binary;
using System.Text;

namespace CodeRipple.Workflow.LocalAws.Lambda.Sandboxes;

/// <summary>Which entries of a zip were made on a system that knows modes; <c>ZipArchive</c> does not tell.</summary>
internal sealed class ZipOrigins
{
    // "4.3.12 Central directory structure" and "4.3.16 End of central directory record" of the zip specification.
    private const uint EndSignature = 0x06054b50,
        EntrySignature = 0x02014b50;
    private const int EndLength = 22,
        EntryLength = 46,
        LongestComment = ushort.MaxValue;
    private const byte Unix = 3;

    private readonly HashSet<string> _unix = [];

    public bool IsUnix(string name) => _unix.Contains(name);

    /// <summary>Reads the stream and rewinds it. What it cannot read, it leaves to <c>ZipArchive</c> to complain about.</summary>
    public static ZipOrigins Read(Stream zip)
    {
        var origins = new ZipOrigins();
        var tail = ReadAt(zip, Math.Max(0, zip.Length - EndLength - LongestComment), (int)Math.Min(zip.Length, EndLength + LongestComment));
        for (var at = tail.Length - EndLength; at >= 0; at--)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at)) != EndSignature)
                continue;
            var size = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at + 12));
            var offset = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at + 16));
            if (offset + (long)size <= zip.Length)
                origins.ReadEntries(ReadAt(zip, offset, (int)size));
            break;
        }

        zip.Position = 0;
        return origins;
    }

    private void ReadEntries(ReadOnlySpan<byte> directory)
    {
        while (directory.Length >= EntryLength && BinaryPrimitives.ReadUInt32LittleEndian(directory) == EntrySignature)
        {
            var name = BinaryPrimitives.ReadUInt16LittleEndian(directory[28..]);
            var rest = BinaryPrimitives.ReadUInt16LittleEndian(directory[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(directory[32..]);
            if (directory.Length < EntryLength + name + rest)
                return;
            if (directory[5] == Unix)
                _unix.Add(Encoding.UTF8.GetString(directory.Slice(EntryLength, name)));
            directory = directory[(EntryLength + name + rest)..];
        }
    }

    private static byte[] ReadAt(Stream zip, long position, int length)
    {
        var bytes = new byte[length];
        zip.Position = position;
        zip.ReadExactly(bytes);
        return bytes;
    }
}
