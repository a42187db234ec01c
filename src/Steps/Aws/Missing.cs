namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>Answers of services about what is not there.</summary>
internal static class Missing
{
    /// <summary>The answer; null when the service says by an exception of this kind that there is no such thing.</summary>
    public static async Task<T?> OrNullAsync<T, TMissing>(Func<Task<T>> ask)
        where T : class
        where TMissing : Exception
    {
        try
        {
            return await ask();
        }
        catch (TMissing)
        {
            return null;
        }
    }
}
