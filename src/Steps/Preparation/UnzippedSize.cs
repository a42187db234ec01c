using System.IO.Compression;

namespace CodeRipple.Workflow.Steps.Preparation;

/// <summary>How large the content of a zip is, from the directory at its end.</summary>
internal static class UnzippedSize
{
    /// <summary>Deflate makes nothing smaller than to 1/1032: zlib, "Maximum Compression Factor".</summary>
    public const long MostPerByte = 1032;

    private const long FirstEnd = 64 * 1024;

    /// <param name="size">Bytes of the zip.</param>
    /// <param name="readFrom">Reads it from a byte to its end.</param>
    /// <exception cref="InvalidDataException">It is no zip.</exception>
    public static async Task<long> ReadAsync(long size, Func<long, Task<byte[]>> readFrom)
    {
        var length = Math.Min(size, FirstEnd);
        while (true)
        {
            var end = new FileEnd(size, await readFrom(size - length));
            try
            {
                using var zip = new ZipArchive(end, ZipArchiveMode.Read);
                return zip.Entries.Sum(entry => entry.Length);
            }
            // The directory is longer.
            catch (Exception) when (end.IsTooShort && length < size)
            {
                length = Math.Min(size, length * 16);
            }
        }
    }

    /// <summary>A file of which only the end is there.</summary>
    private sealed class FileEnd(long size, byte[] bytes) : Stream
    {
        private readonly long _start = size - bytes.Length;

        /// <summary>Whether a part was asked for that is not there.</summary>
        public bool IsTooShort { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => size;

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            if (Position < _start)
            {
                IsTooShort = true;
                throw new InvalidDataException("This part of the file was not read.");
            }

            var from = (int)(Position - _start);
            var count = Math.Min(buffer.Length, bytes.Length - from);
            bytes.AsSpan(from, count).CopyTo(buffer);
            Position += count;
            return count;
        }

        public override long Seek(long offset, SeekOrigin origin) =>
            Position = origin switch
            {
                SeekOrigin.Begin => offset,
                SeekOrigin.Current => Position + offset,
                _ => size + offset,
            };

        public override void Flush() { }

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
