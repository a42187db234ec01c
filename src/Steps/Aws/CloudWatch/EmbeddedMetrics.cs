using System.Text;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>
/// Metrics in the embedded metric format: CloudWatch Logs makes metrics of such lines, without a call or a permission.
/// https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
/// </summary>
/// <param name="output">
/// Standard output itself, not <see cref="Console.Out"/>: the Lambda runtime puts what is written there into log messages, and
/// CloudWatch does not look for metrics inside of those.
/// </param>
public sealed class EmbeddedMetrics(Stream output)
{
    public void Write(MetricLine line)
    {
        output.Write(Encoding.UTF8.GetBytes(line.ToJson().ToJsonString() + "\n"));
        output.Flush();
    }
}
