using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Any supported shape of function as one <see cref="LambdaBootstrapHandler"/>.</summary>
public class HandlerWrapper : IDisposable
{
    private HandlerWrapper(LambdaBootstrapHandler handler, ILambdaSerializer? serializer = null)
    {
        Handler = handler;
        Serializer = serializer;
    }

    public LambdaBootstrapHandler Handler { get; }

    internal ILambdaSerializer? Serializer { get; }

    public static HandlerWrapper GetHandlerWrapper<TInput, TOutput>(
        Func<TInput, ILambdaContext, Task<TOutput>> handler,
        ILambdaSerializer serializer
    ) =>
        new(
            async invocation => Output(await handler(Input<TInput>(invocation, serializer), invocation.LambdaContext), serializer),
            serializer
        );

    public static HandlerWrapper GetHandlerWrapper<TInput, TOutput>(
        Func<TInput, ILambdaContext, TOutput> handler,
        ILambdaSerializer serializer
    ) =>
        new(
            invocation => Task.FromResult(Output(handler(Input<TInput>(invocation, serializer), invocation.LambdaContext), serializer)),
            serializer
        );

    public static HandlerWrapper GetHandlerWrapper<TInput>(Func<TInput, ILambdaContext, Task> handler, ILambdaSerializer serializer) =>
        new(
            async invocation =>
            {
                await handler(Input<TInput>(invocation, serializer), invocation.LambdaContext);
                return Nothing();
            },
            serializer
        );

    public static HandlerWrapper GetHandlerWrapper<TInput>(Action<TInput, ILambdaContext> handler, ILambdaSerializer serializer) =>
        new(
            invocation =>
            {
                handler(Input<TInput>(invocation, serializer), invocation.LambdaContext);
                return Task.FromResult(Nothing());
            },
            serializer
        );

    public static HandlerWrapper GetHandlerWrapper(Func<Stream, ILambdaContext, Task<Stream>> handler) =>
        new(async invocation => new InvocationResponse(await handler(invocation.InputStream, invocation.LambdaContext)));

    public static HandlerWrapper GetHandlerWrapper(Func<Stream, ILambdaContext, Stream> handler) =>
        new(invocation => Task.FromResult(new InvocationResponse(handler(invocation.InputStream, invocation.LambdaContext))));

    public static HandlerWrapper GetHandlerWrapper(Func<Stream, ILambdaContext, Task> handler) =>
        new(async invocation =>
        {
            await handler(invocation.InputStream, invocation.LambdaContext);
            return Nothing();
        });

    public static HandlerWrapper GetHandlerWrapper(Action<Stream, ILambdaContext> handler) =>
        new(invocation =>
        {
            handler(invocation.InputStream, invocation.LambdaContext);
            return Task.FromResult(Nothing());
        });

    public void Dispose() => GC.SuppressFinalize(this);

    private static TInput Input<TInput>(InvocationRequest invocation, ILambdaSerializer serializer) =>
        invocation switch
        {
            { InputStream: TInput stream } => stream,
            { LambdaContext: TInput context } when typeof(TInput) == typeof(ILambdaContext) => context,
            _ => serializer.Deserialize<TInput>(invocation.InputStream),
        };

    private static InvocationResponse Output<TOutput>(TOutput output, ILambdaSerializer serializer)
    {
        if (output is Stream stream)
            return new InvocationResponse(stream);

        var buffer = new MemoryStream();
        serializer.Serialize(output, buffer);
        buffer.Position = 0;
        return new InvocationResponse(buffer);
    }

    private static InvocationResponse Nothing() => new(Stream.Null, disposeOutputStream: false);
}
