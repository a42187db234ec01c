using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace CodeRipple.Workflow.Client.Commands;

/// <summary>The usual help, followed by the command's examples.</summary>
internal sealed class ExamplesHelp(SynchronousCommandLineAction usual) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => usual.ClearsParseErrors;

    public static void AddTo(Command root)
    {
        var option = root.Options.OfType<HelpOption>().Single();
        option.Action = new ExamplesHelp((SynchronousCommandLineAction)option.Action!);
    }

    public override int Invoke(ParseResult parseResult)
    {
        var code = usual.Invoke(parseResult);
        if (parseResult.CommandResult.Command is CliCommand { Examples.Count: > 0 } command)
        {
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (var example in command.Examples)
                output.WriteLine($"  {example}");
            output.WriteLine();
        }

        return code;
    }
}
