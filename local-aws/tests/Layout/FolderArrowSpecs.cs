namespace CodeRipple.Workflow.LocalAws.Tests.Layout;

/// <summary>Which folder of the host may know which.</summary>
public sealed class FolderArrowSpecs
{
    private readonly FolderGraph _host = FolderGraph.Read(Repository.Path("local-aws/host"));

    [Fact]
    public void No_folder_leads_back_to_itself() =>
        Assert.Empty(_host.Folders.Order(StringComparer.Ordinal).Select(_host.CircleThrough).OfType<string>());

    [Fact]
    public void Nobody_knows_the_host_and_only_the_host_knows_the_gateway()
    {
        Assert.DoesNotContain(_host.Folders, folder => _host.Arrows(folder).Contains(""));
        Assert.Equal([""], _host.Folders.Where(folder => _host.Arrows(folder).Contains("Gateway")));
    }

    [Fact]
    public void Requests_know_nothing_else() => Assert.Empty(_host.Arrows("Requests"));

    [Theory]
    [InlineData("class A { B b = new(); }", "B")]
    [InlineData("class A { void Call(B b) => B.Run(); }", "B")]
    [InlineData("class A { object o = new B(); }", "B")]
    [InlineData("class A { List<B> all; }", "B")]
    [InlineData("class A { bool Is(object o) => o is B { X: 1 }; }", "B")]
    [InlineData("class A { string B { get; } }", "")]
    [InlineData("class A { object Make() => new C { B = 1 }; }", "")]
    [InlineData("class A { int Read(C c) => c.B; }", "")]
    [InlineData("class A { string text = \"B\"; } // B", "")]
    public void A_type_counts_where_it_is_named(string source, string expected)
    {
        using var folder = new SourceFolder();
        folder.Write("A/A.cs", $"using CodeRipple.Workflow.LocalAws.B;\n{source}");
        folder.Write("B/B.cs", "public class B;");
        Assert.Equal(expected, string.Join(' ', FolderGraph.Read(folder.Path).Arrows("A")));
    }

    [Fact]
    public void A_circle_is_reported_by_its_way()
    {
        using var folder = new SourceFolder();
        folder.Write("A/A.cs", "using CodeRipple.Workflow.LocalAws.B;\npublic class A { B b; }");
        folder.Write("B/B.cs", "using CodeRipple.Workflow.LocalAws.C;\npublic class B { C c; }");
        folder.Write("C/C.cs", "using CodeRipple.Workflow.LocalAws.A;\npublic class C { A a; }");
        Assert.Equal("A -> B -> C -> A", FolderGraph.Read(folder.Path).CircleThrough("A"));
    }

    private sealed class SourceFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("folder-arrows-").FullName;

        public void Write(string file, string text)
        {
            var path = System.IO.Path.Combine(Path, file);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
