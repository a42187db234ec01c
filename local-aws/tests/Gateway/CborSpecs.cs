using System.Formats.Cbor;
using System.Net;
using CodeRipple.Workflow.LocalAws.Tests.Gateway.Doubles;

namespace CodeRipple.Workflow.LocalAws.Tests.Gateway;

/// <summary>CloudWatch's own protocol, which moto does not speak.</summary>
public sealed class CborSpecs : IAsyncLifetime
{
    private const string Path = "/service/GraniteServiceVersion20100801/operation/";
    private TestGateway _gateway = null!;

    public async Task InitializeAsync() => _gateway = await TestGateway.StartAsync();

    public async Task DisposeAsync() => await _gateway.DisposeAsync();

    [Fact]
    public async Task A_call_reaches_moto_as_json()
    {
        using var response = await SendAsync(
            "PutMetricData",
            writer =>
            {
                writer.WriteStartMap(null);
                writer.WriteTextString("Namespace");
                writer.WriteTextString("X");
                writer.WriteTextString("Timestamp");
                writer.WriteTag(CborTag.UnixTimeSeconds);
                writer.WriteDouble(1.5);
                writer.WriteTextString("Values");
                writer.WriteStartArray(2);
                writer.WriteInt32(-1);
                writer.WriteSingle(2.5f);
                writer.WriteEndArray();
                writer.WriteTextString("On");
                writer.WriteBoolean(true);
                writer.WriteEndMap();
            }
        );
        var received = Assert.Single(_gateway.Moto.Received);
        Assert.Equal("GraniteServiceVersion20100801.PutMetricData", received.Target);
        Assert.Equal("/", received.RawTarget);
        Assert.Equal("""{"Namespace":"X","Timestamp":1.5,"Values":[-1,2.5],"On":true}""", received.Text);
    }

    [Fact]
    public async Task An_answer_has_times_and_real_numbers_where_CloudWatch_has_them()
    {
        _gateway.Moto.Reply(
            200,
            """{"MetricAlarms":[{"AlarmName":"a","Threshold":5,"Period":60,"StateUpdatedTimestamp":1.5,"ActionsEnabled":true,"Unit":null}]}"""
        );
        using var response = await SendAsync("DescribeAlarms", writer => writer.WriteNull());
        Assert.Equal("rpc-v2-cbor", response.Headers.GetValues("smithy-protocol").Single());
        var reader = new CborReader(await response.Content.ReadAsByteArrayAsync());
        reader.ReadStartMap();
        reader.ReadTextString();
        reader.ReadStartArray();
        reader.ReadStartMap();
        Assert.Equal("AlarmName", reader.ReadTextString());
        Assert.Equal("a", reader.ReadTextString());
        reader.ReadTextString();
        Assert.Equal(5.0, reader.ReadDouble());
        reader.ReadTextString();
        Assert.Equal(60, reader.ReadInt32());
        reader.ReadTextString();
        Assert.Equal(CborTag.UnixTimeSeconds, reader.ReadTag());
        Assert.Equal(1.5, reader.ReadDouble());
    }

    [Fact]
    public async Task An_error_keeps_its_name()
    {
        _gateway.Moto.Reply(400, """{"__type":"ResourceNotFound","message":"no such alarm"}""");
        using var response = await SendAsync("SetAlarmState", writer => writer.WriteNull());
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var reader = new CborReader(await response.Content.ReadAsByteArrayAsync());
        reader.ReadStartMap();
        Assert.Equal("__type", reader.ReadTextString());
        Assert.Equal("ResourceNotFound", reader.ReadTextString());
    }

    private Task<HttpResponseMessage> SendAsync(string operation, Action<CborWriter> write)
    {
        var writer = new CborWriter();
        write(writer);
        return _gateway.SendAsync(
            "POST",
            Path + operation,
            "monitoring",
            request => request.Content = new ByteArrayContent(writer.Encode()) { Headers = { { "Content-Type", "application/cbor" } } }
        );
    }
}
