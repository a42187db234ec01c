using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>
/// Lets every call, and every repetition of one, wait for its turn in the pipeline of its client: see <see cref="CallPace"/>.
/// </summary>
internal sealed class CallPacing(CallPace pace) : IRuntimePipelineCustomizer
{
    public string UniqueName => nameof(CallPacing);

    public static void Register(CallPace pace) => RuntimePipelineCustomizerRegistry.Instance.Register(new CallPacing(pace));

    public void Customize(Type type, RuntimePipeline pipeline) => pipeline.AddHandlerAfter<RetryHandler>(new Handler(pace));

    private sealed class Handler(CallPace pace) : PipelineHandler
    {
        public override async Task<T> InvokeAsync<T>(IExecutionContext executionContext)
        {
            var quotas = AccountQuotas.Of(executionContext.RequestContext.OriginalRequest);
            await pace.WaitAsync(quotas);
            try
            {
                return await base.InvokeAsync<T>(executionContext);
            }
            catch (Exception e) when (AwsFailures.IsThrottled(e))
            {
                pace.Rest(quotas);
                throw;
            }
        }
    }
}
