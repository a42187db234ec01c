namespace CodeRipple.Workflow.LocalAws.Tests.Corrections;

internal static class KmsCorrections
{
    [Correction("A key may be named by its ARN where it is switched off, switched on, or to be deleted")]
    public static async Task Names(AwsClients aws)
    {
        var key = (string)(await CallAsync("CreateKey", new { }))["KeyMetadata"]!["Arn"]!;

        foreach (
            var (operation, state) in new[]
            {
                ("DisableKey", "Disabled"),
                ("EnableKey", "Enabled"),
                ("ScheduleKeyDeletion", "PendingDeletion"),
                ("CancelKeyDeletion", "Disabled"),
            }
        )
        {
            await CallAsync(operation, new { KeyId = key });
            Assert.Equal(state, (string?)(await CallAsync("DescribeKey", new { KeyId = key }))["KeyMetadata"]!["KeyState"]);
        }

        async Task<System.Text.Json.Nodes.JsonNode> CallAsync(string operation, object body)
        {
            var answer = await aws.AwsJsonAsync("kms", $"TrentService.{operation}", body);
            Assert.True((int)answer.Status == 200, answer.Text);
            return answer.Text.Length == 0 ? new System.Text.Json.Nodes.JsonObject() : answer.Json;
        }
    }
}
