using System.Globalization;

namespace CodeRipple.Workflow.LocalAws.ClassLibrary;

/// <summary>Tells the garbage collector how much memory the function has, as Lambda's runtime does: the machine has more.</summary>
internal static class MemoryLimit
{
    public static void Apply()
    {
        var text = Environment.GetEnvironmentVariable("AWS_LAMBDA_FUNCTION_MEMORY_SIZE");
        if (!ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var megabytes))
            return;
        var bytes = megabytes * 1024 * 1024;
        if ((ulong)GC.GetGCMemoryInfo().TotalAvailableMemoryBytes <= bytes)
            return;
        AppContext.SetData("GCHeapHardLimit", bytes);
        GC.RefreshMemoryLimit();
    }
}
