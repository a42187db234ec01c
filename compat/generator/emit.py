"""C# text of the parts of one service's stand-in."""

from model import upper_first

HEADER = "// Written by compat/generator from the service's model: change services.py there and run it again.\n"
EXCEPTION_PARAMETERS = "string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode"
INNER_PARAMETERS = EXCEPTION_PARAMETERS.replace("message,", "message, Exception innerException,")


def source(usings, namespace, parts):
    lines = "".join(f"using {u};\n" for u in sorted(usings, key=lambda u: (not u.startswith("System"), u)))
    return f"{HEADER}{lines}\nnamespace {namespace};\n\n" + "\n".join(parts)


def constant(model, shape):
    name = model.class_name(shape)
    values = sorted({model.constant_name(v): v for v in model.shapes[shape]["enum"]}.items())
    fields = "".join(f'    public static readonly {name} {field} = new("{value}");\n' for field, value in values)
    return (
        f"public class {name} : ConstantClass\n{{\n{fields}\n"
        f"    public {name}(string value) : base(value) {{ }}\n\n"
        f"    public static {name} FindValue(string value) => FindValue<{name}>(value);\n\n"
        f"    public static implicit operator {name}(string value) => FindValue(value);\n}}\n"
    )


def wire_line(model, owner, name, member, prop, direction):
    shape = member["shape"]
    described, wire = model.shapes[shape], model.wire_name(name, member)
    kind, location = described["type"], member.get("location")
    if model.shapes[owner].get("payload") == name:
        assert kind == "blob", f"{owner}.{name}: only raw payloads are supported"
        return f"{prop} = wire.Payload({prop});"
    if location in ("uri", "querystring"):
        return f'wire.{"Label" if location == "uri" else "Query"}("{wire}", {prop});'
    if location == "header":
        if model.is_enum(shape):
            assert direction == "request", f"{owner}.{name}: a constant in a response header is not supported"
            return f'wire.Header("{wire}", {prop}?.Value);'
        assert kind == "string", f"{owner}.{name}: a header of type {kind} is not supported"
        return f'{prop} = wire.Header("{wire}", {prop});'
    if location == "statusCode":
        return f"{prop} = wire.Status({prop});"
    assert location is None, f"{owner}.{name}: unsupported location {location}"
    assert model.protocol != "query" or not described.get("flattened"), f"{owner}.{name}: flattened"
    if model.is_milliseconds(owner, name):
        return f'{prop} = wire.Milliseconds("{wire}", {prop});'
    if kind == "structure":
        return f'{prop} = wire.Shape("{wire}", {prop});'
    if kind == "list":
        assert described["member"].get("locationName", "member") == "member", f"{owner}.{name}: named list elements"
        return f'{prop} = wire.List("{wire}", {prop}, {model.item_of(described["member"]["shape"])});'
    if kind == "map":
        names = [described["key"].get("locationName", "key"), described["value"].get("locationName", "value")]
        extra = "" if names == ["key", "value"] else f', "{names[0]}", "{names[1]}"'
        return f'{prop} = wire.Map("{wire}", {prop}, {model.item_of(described["value"]["shape"])}{extra});'
    if model.is_enum(shape):
        return f'{prop} = wire.Constant("{wire}", {prop}, value => new(value));'
    return f'{prop} = wire.Member("{wire}", {prop});'


def body(model, shape, direction, members):
    """The properties and the member list of a class; a class without members is an empty one."""
    properties, lines = [], []
    for name, member, prop in members:
        kind = "DateTime?" if model.is_milliseconds(shape, name) else model.type_of(member["shape"])
        properties.append(f"    public {kind} {prop} {{ get; set; }}\n")
        lines.append(f"        {wire_line(model, shape, name, member, prop, direction)}\n")
    return "".join(properties) + "\n    void IShape.Members(Wire wire)\n    {\n" + "".join(lines) + "    }\n"


def structure(model, shape, name=None, base=None, direction="response"):
    name = name or model.class_name(shape)
    members = model.members(shape) if shape else []
    if not members:
        bases = f" : {base}, IShape" if direction == "request" else f" : {base}" if base else " : IShape"
        text = "" if bases.endswith("Response") else "    void IShape.Members(Wire wire)\n    {\n    }\n"
        return f"public partial class {name}{bases}" + (f"\n{{\n{text}}}\n" if text else ";\n")
    bases = f"{base}, IShape" if base else "IShape"
    return f"public partial class {name} : {bases}\n{{\n{body(model, shape, direction, members)}}}\n"


def exception(name, base, extra=""):
    """The constructors of every official exception class."""
    return (
        f"public class {name} : {base}\n{{\n"
        f"    public {name}(string message) : base(message) {{ }}\n"
        f"    public {name}(string message, Exception innerException) : base(message, innerException) {{ }}\n"
        f"    public {name}(Exception innerException) : base(innerException) {{ }}\n"
        f"    public {name}({EXCEPTION_PARAMETERS})\n"
        "        : base(message, errorType, errorCode, requestId, statusCode) { }\n"
        f"    public {name}({INNER_PARAMETERS})\n"
        "        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }\n"
        f"{extra}}}\n"
    )


def service_exception(model, shape):
    name, base = model.class_name(shape), f"Amazon{model.service.client}Exception"
    members = [m for m in model.members(shape) if m[0].lower() != "message"]
    extra = "\n    public override RetryableDetails Retryable { get; } = new(%s);\n" % (
        str(bool(model.shapes[shape]["retryable"].get("throttling"))).lower()) if "retryable" in model.shapes[shape] else ""
    if not members or model.protocol == "query":
        return exception(name, base, extra)
    return exception(name, f"{base}, IShape", extra + "\n" + body(model, shape, "response", members))


def service_model(model, errors):
    service, metadata = model.service, model.metadata
    protocol = {
        "rest-json": "new RestJson()",
        "json": f'new AwsJson("{metadata.get("targetPrefix")}", "{metadata.get("jsonVersion")}")',
        "query": "new AwsQuery()",
    }[model.protocol]
    cases, taken = "", set(errors)
    for shape in errors:
        code = model.shapes[shape].get("error", {}).get("code", shape)
        codes = [shape] if code in taken else [shape, code]
        taken.add(code)
        patterns = " or ".join(f'"{code}"' for code in codes)
        cases += f"        {patterns} => new {model.class_name(shape)}(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),\n"
    return (
        f"internal static class {service.client}Service\n{{\n"
        f'    internal static readonly ServiceModel Model = new("{metadata["serviceId"]}", "{service.namespace}", '
        f'"{metadata["endpointPrefix"]}", "{metadata["apiVersion"]}")\n    {{\n'
        f"        Protocol = {protocol},\n        Exception = Exception,\n"
        + ("        IsGlobal = true,\n" if service.global_endpoint else "")
        + f"    }};\n\n    private static Amazon{service.client}Exception Exception(ServiceError e) => e.Name switch\n    {{\n"
        f"{cases}        _ => new Amazon{service.client}Exception(e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status),\n    }};\n}}\n"
    )


def config(model):
    name = f"Amazon{model.service.client}Config"
    return f"public partial class {name}() : CompatConfig({model.service.client}Service.Model);\n"


def parameters(model, operation, names):
    members = {prop: member for _, member, prop in model.members(model.operations[operation]["input"]["shape"])}
    return [(model.type_of(members[n]["shape"]), n[0].lower() + n[1:], n) for n in names.split()]


def interface(model, operations):
    service = model.service
    client, configuration = f"Amazon{service.client}Client", f"Amazon{service.client}Config"
    lines = []
    for op in operations:
        for names in service.overloads.get(op, []):
            args = "".join(f"{kind} {arg}, " for kind, arg, _ in parameters(model, op, names))
            lines.append(f"    Task<{op}Response> {op}Async({args}CancellationToken cancellationToken = default);\n")
        lines.append(f"    Task<{op}Response> {op}Async({op}Request request, CancellationToken cancellationToken = default);\n")
    return (
        f"public partial interface IAmazon{service.client} : IAmazonService, IDisposable\n{{\n"
        f"    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new {configuration}();\n\n"
        "    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) =>\n"
        f"        awsCredentials is null ? new {client}(({configuration})clientConfig) : new {client}(awsCredentials, ({configuration})clientConfig);\n\n"
        "    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);\n\n" + "\n".join(lines) + "}\n"
    )


def client(model, operations):
    service = model.service
    name, configuration = f"Amazon{service.client}Client", f"Amazon{service.client}Config"
    keys, session = "string awsAccessKeyId, string awsSecretAccessKey", "string awsSessionToken"
    basic, temporary = "new BasicAWSCredentials(awsAccessKeyId, awsSecretAccessKey)", "new SessionAWSCredentials(awsAccessKeyId, awsSecretAccessKey, awsSessionToken)"
    region = f"new {configuration} {{ RegionEndpoint = region }}"
    constructors = [
        ("", f"base(new {configuration}())"),
        ("RegionEndpoint region", f"base({region})"),
        (f"{configuration} config", "base(config)"),
        ("AWSCredentials credentials", f"this(credentials, new {configuration}())"),
        ("AWSCredentials credentials, RegionEndpoint region", f"this(credentials, {region})"),
        (f"AWSCredentials credentials, {configuration} clientConfig", "base(credentials, clientConfig)"),
    ]
    for args, credentials in ((keys, basic), (f"{keys}, {session}", temporary)):
        constructors += [
            (args, f"this({credentials})"),
            (f"{args}, RegionEndpoint region", f"this({credentials}, region)"),
            (f"{args}, {configuration} clientConfig", f"this({credentials}, clientConfig)"),
        ]
    parts = [f"    public {name}({args})\n        : {call} {{ }}\n" for args, call in constructors]
    for op in operations:
        for names in service.overloads.get(op, []):
            found = parameters(model, op, names)
            args = "".join(f"{kind} {arg}, " for kind, arg, _ in found)
            values = ", ".join(f"{prop} = {arg}" for _, arg, prop in found)
            made = f"new {op}Request {{ {values} }}" if values else f"new {op}Request()"
            parts.append(
                f"    public virtual Task<{op}Response> {op}Async({args}CancellationToken cancellationToken = default) =>\n"
                f"        {op}Async({made}, cancellationToken);\n")
        http = model.operations[op]["http"]
        where = f', "{http["method"]}", "{http["requestUri"]}"' if model.protocol == "rest-json" else ""
        parts.append(
            f"    public virtual Task<{op}Response> {op}Async({op}Request request, CancellationToken cancellationToken = default) =>\n"
            f'        Call<{op}Response>(request, "{op}"{where}, cancellationToken);\n')
    return f"public partial class {name} : CompatClient, IAmazon{service.client}\n{{\n" + "\n".join(parts) + "}\n"
