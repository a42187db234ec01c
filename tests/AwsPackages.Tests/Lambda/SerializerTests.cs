using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Lambda.Core;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace CodeRipple.Workflow.AwsPackages.Tests.Lambda;

public sealed partial class SerializerTests
{
    [Fact]
    public void Names_are_matched_without_regard_to_case_and_written_as_they_are()
    {
        var serializer = new DefaultLambdaJsonSerializer();

        Assert.Equal(new Parcel("Öl", 2), Read<Parcel>(serializer, """{"CONTENT":"Öl","weight":2}"""));
        Assert.Equal("""{"Content":"<Öl> & 'more'","Weight":2}""", Write(serializer, new Parcel("<Öl> & 'more'", 2)));
    }

    [Fact]
    public void Null_is_left_out() => Assert.Equal("""{"Weight":0}""", Write(new DefaultLambdaJsonSerializer(), new Parcel(null, 0)));

    [Fact]
    public void The_camel_case_serializer_writes_camel_case() =>
        Assert.Equal("""{"content":"x","weight":1}""", Write(new CamelCaseLambdaJsonSerializer(), new Parcel("x", 1)));

    [Fact]
    public void Options_can_be_changed_at_construction()
    {
        var serializer = new DefaultLambdaJsonSerializer(options => options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseUpper);

        Assert.Equal("""{"CONTENT":"x","WEIGHT":1}""", Write(serializer, new Parcel("x", 1)));
    }

    [Fact]
    public void The_source_generated_serializer_follows_the_same_rules()
    {
        var serializer = new SourceGeneratorLambdaJsonSerializer<ParcelJson>();

        Assert.Equal(new Parcel("Öl", 2), Read<Parcel>(serializer, """{"CONTENT":"Öl","weight":2}"""));
        Assert.Equal("""{"Weight":2}""", Write(serializer, new Parcel(null, 2)));
    }

    [Fact]
    public void A_type_that_the_context_does_not_declare_is_named_in_the_error()
    {
        var serializer = new SourceGeneratorLambdaJsonSerializer<ParcelJson>();

        var problem = Assert.Throws<JsonSerializerException>(() => Write(serializer, new Uri("http://x")));

        Assert.Contains("No JsonTypeInfo registered in", problem.Message, StringComparison.Ordinal);
        Assert.Contains("System.Uri", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_event_of_another_shape_is_an_error_that_names_the_type_and_the_path()
    {
        var problem = Assert.Throws<JsonSerializerException>(() =>
            Read<Parcel>(new DefaultLambdaJsonSerializer(), """{"weight":"heavy"}""")
        );

        Assert.StartsWith(
            $"Error converting the Lambda event JSON payload to type {typeof(Parcel).FullName}",
            problem.Message,
            StringComparison.Ordinal
        );
        Assert.Contains("$.weight", problem.Message, StringComparison.Ordinal);
        Assert.IsType<JsonException>(problem.InnerException);
    }

    [Theory]
    [InlineData("\"2026-01-02T03:04:05Z\"")]
    [InlineData("1767323045")]
    [InlineData("1767323045000")]
    [InlineData("1767323045.0")]
    public void Times_are_read_as_text_seconds_or_milliseconds(string json) =>
        Assert.Equal(new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc), Read<DateTime>(new DefaultLambdaJsonSerializer(), json));

    [Fact]
    public void Streams_travel_as_base64_and_bytes_as_numbers()
    {
        var serializer = new DefaultLambdaJsonSerializer();

        Assert.Equal("\"AQI=\"", Write(serializer, new MemoryStream([1, 2])));
        Assert.Equal([1, 2], Read<MemoryStream>(serializer, "\"AQI=\"").ToArray());
        Assert.Equal("[1,2]", Write(serializer, new byte[] { 1, 2 }));
        Assert.Equal([1, 2], Read<byte[]>(serializer, "[1,2]"));
        Assert.Equal([1, 2], Read<byte[]>(serializer, "\"AQI=\""));
    }

    [Fact]
    public void Names_of_S3_events_have_their_dashes() =>
        Assert.Equal(
            """{"x-amz-id-2":"a","x-amz-request-id":"b"}""",
            Write(new CamelCaseLambdaJsonSerializer(), new { XAmzId2 = "a", XAmzRequestId = "b" })
        );

    private static T Read<T>(ILambdaSerializer serializer, string json) =>
        serializer.Deserialize<T>(new MemoryStream(Encoding.UTF8.GetBytes(json)));

    private static string Write<T>(ILambdaSerializer serializer, T value)
    {
        using var stream = new MemoryStream();
        serializer.Serialize(value, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    public sealed record Parcel(string? Content, int Weight);

    [JsonSerializable(typeof(Parcel))]
    public sealed partial class ParcelJson : JsonSerializerContext;
}
