namespace CodeRipple.Functions.Deliverer;

public interface IDocuments
{
    /// <returns>Where the document is now.</returns>
    Task<Uri> PutAsync(string key, string markdown);
}
