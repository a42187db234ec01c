using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using Amazon.Lambda.Model;
using Amazon.S3;
using CodeRipple.Workflow.Store;

namespace CodeRipple.Workflow.StateMachine.Tests.Permissions;

/// <summary>
/// What a step can do to AWS, whatever happens to it: all calls of AWS clients in code that can be reached from it. Calls of an
/// interface or of an abstract method reach those classes that the step can be given or makes.
/// </summary>
internal sealed class ReachableCode
{
    /// <summary>Whose code is read: the steps, and the store that they share with the command line.</summary>
    private readonly IReadOnlyList<Assembly> _own;

    private readonly HashSet<MethodBase> _methods = [];
    private readonly HashSet<MethodInfo> _openMethods = [];
    private readonly HashSet<Type> _made = [];
    private readonly Queue<MethodBase> _open = new();

    private ReachableCode(params IReadOnlyList<Assembly> own) => _own = own;

    /// <summary>For instance ("IAmazonLambda", "GetAlias").</summary>
    public HashSet<(string Client, string Operation)> Calls { get; } = [];

    /// <summary>Members of requests that are given a value, for instance ("Amazon.Lambda", "Layers").</summary>
    public HashSet<(string Service, string Member)> Given { get; } = [];

    /// <summary>Whether some code goes on when S3 says that an object is missing.</summary>
    public bool MissesObjects { get; private set; }

    /// <summary>Whether some code looks at the tags of a function that was read.</summary>
    public bool ReadsTags { get; private set; }

    public static ReachableCode Of(MethodInfo step)
    {
        var code = new ReachableCode(step.Module.Assembly, typeof(ReleaseLedger).Assembly);
        code.Make(step.DeclaringType!);
        code.Reach(step);
        while (code._open.TryDequeue(out var method))
            code.Read(method);
        return code;
    }

    private void Read(MethodBase method)
    {
        var members = Instructions.MembersOf(method).ToList();
        MissesObjects |=
            members.Any(m => m.Code == OpCodes.Isinst && m.Member is Type type && type == typeof(AmazonS3Exception))
            && members.Any(m => m.Member.Name == "get_StatusCode");
        foreach (var called in members.Select(m => m.Member).OfType<MethodBase>())
            See(called);
    }

    private void See(MethodBase called)
    {
        var type = called.DeclaringType!;
        if (_own.Contains(type.Assembly))
            SeeOwn(called.Module.ResolveMethod(called.MetadataToken)!);
        else if (type.IsInterface && type.Name.StartsWith("IAmazon", StringComparison.Ordinal))
            Calls.Add((type.Name, called.Name.EndsWith("Async", StringComparison.Ordinal) ? called.Name[..^5] : called.Name));
        else if (type == typeof(GetFunctionResponse) && called.Name == "get_Tags")
            ReadsTags = true;
        else if (
            called.Name.StartsWith("set_", StringComparison.Ordinal)
            && type.Namespace?.EndsWith(".Model", StringComparison.Ordinal) == true
        )
            Given.Add((type.Namespace[..^6], called.Name[4..]));
    }

    private void SeeOwn(MethodBase called)
    {
        if (called.IsConstructor)
            Made(called.DeclaringType!);
        if (called is not MethodInfo { IsAbstract: true } method)
        {
            Reach(called);
            return;
        }

        if (_openMethods.Add(method))
            foreach (var type in _made.ToList())
                ReachImplementation(type, method);
    }

    /// <summary>The container gives the step an object of this class, and that object what its constructor wants.</summary>
    private void Make(Type type)
    {
        if (!Made(type))
            return;
        var constructor = type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .MaxBy(c => c.GetParameters().Length)!;
        Reach(constructor);
        foreach (var wanted in constructor.GetParameters().Select(p => p.ParameterType))
        {
            var element =
                wanted.IsGenericType && wanted.GetGenericTypeDefinition() == typeof(IEnumerable<>)
                    ? wanted.GetGenericArguments()[0]
                    : wanted;
            if (!_own.Contains(element.Assembly))
                continue;
            foreach (var given in element.IsInterface ? ClassesOf(element) : [element])
                Make(given);
        }
    }

    private IEnumerable<Type> ClassesOf(Type service) =>
        _own.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type is { IsClass: true, IsAbstract: false } && service.IsAssignableFrom(type));

    private bool Made(Type type)
    {
        if (!_made.Add(type))
            return false;
        foreach (var method in _openMethods.ToList())
            ReachImplementation(type, method);
        return true;
    }

    private void ReachImplementation(Type type, MethodInfo method)
    {
        if (type.IsInterface || type.ContainsGenericParameters)
            return;
        if (!method.DeclaringType!.IsInterface)
        {
            foreach (var own in type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
                if (own.GetBaseDefinition().HasSameMetadataDefinitionAs(method))
                    Reach(own);
            return;
        }

        if (!method.DeclaringType.IsAssignableFrom(type))
            return;
        var map = type.GetInterfaceMap(method.DeclaringType);
        Reach(map.TargetMethods[Array.IndexOf(map.InterfaceMethods, method)]);
    }

    private void Reach(MethodBase method)
    {
        if (!_methods.Add(method))
            return;
        _open.Enqueue(method);
        if (method.DeclaringType!.TypeInitializer is { } initializer)
            Reach(initializer);
        // An async method or iterator only starts a machine that the compiler has made of it.
        if (method.GetCustomAttribute<StateMachineAttribute>() is { StateMachineType: var machine })
            foreach (
                var part in machine.GetMethods(
                    BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly
                )
            )
                Reach(part);
    }
}
