namespace CodeRipple.Workflow.Steps.Checks;

/// <summary>Something that several checks look at and that is read once, when the first of them asks.</summary>
internal sealed class AsyncLazy<T>(Func<Task<T>> read)
{
    private readonly Lazy<Task<T>> _value = new(read);

    public Task<T> Value => _value.Value;
}
