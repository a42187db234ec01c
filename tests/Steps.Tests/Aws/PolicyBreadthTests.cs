using System.Text.Json.Nodes;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Tests.Aws;

/// <summary>Which statements of a function's role are too broad.</summary>
public sealed class PolicyBreadthTests
{
    [Theory]
    // Everything, on everything or on all of a service.
    [InlineData("*", "*", "* on *")]
    [InlineData("*:*", "*", "*:* on *")]
    [InlineData("*", "arn:aws:*", "* on arn:aws:*")]
    [InlineData("*", "arn:*:*:*:*:*", "* on arn:*:*:*:*:*")]
    [InlineData("*", "arn:aws:s3:::*", "* on arn:aws:s3:::*")]
    // All actions of a service, on all that it has.
    [InlineData("s3:*", "*", "s3:* on *")]
    [InlineData("s3:*", "arn:aws:s3:::*", "s3:* on arn:aws:s3:::*")]
    [InlineData("s3:*", "arn:aws:s3:::*/*", "s3:* on arn:aws:s3:::*/*")]
    [InlineData("s3:?*", "*", "s3:?* on *")]
    [InlineData(
        "dynamodb:*",
        "arn:aws:dynamodb:us-west-2:123456789012:table/*",
        "dynamodb:* on arn:aws:dynamodb:us-west-2:123456789012:table/*"
    )]
    [InlineData("lambda:*", "arn:aws:lambda:*:*:function:*", "lambda:* on arn:aws:lambda:*:*:function:*")]
    [InlineData("dynamo*:*", "*", "dynamo*:* on *")]
    [InlineData("sns:*", "arn:aws:sns:us-west-2:123456789012:*", "sns:* on arn:aws:sns:us-west-2:123456789012:*")]
    [InlineData("apigateway:*", "arn:aws:apigateway:us-west-2::/restapis/*", "apigateway:* on arn:aws:apigateway:us-west-2::/restapis/*")]
    // What gives more than it says.
    [InlineData("iam:PassRole", "*", "iam:PassRole on *")]
    [InlineData("iam:passrole", "arn:aws:iam::123456789012:role/*", "iam:passrole on arn:aws:iam::123456789012:role/*")]
    [InlineData("iam:CreatePolicyVersion", "arn:aws:iam::*:policy/*", "iam:CreatePolicyVersion on arn:aws:iam::*:policy/*")]
    [InlineData("iam:Put*", "*", "iam:Put* on *")]
    [InlineData("iam:*", "*", "iam:* on *")]
    [InlineData("sts:AssumeRole", "arn:aws:iam::123456789012:role/**", "sts:AssumeRole on arn:aws:iam::123456789012:role/**")]
    [InlineData("lambda:Update*", "*", "lambda:Update* on *")]
    [InlineData("secretsmanager:GetSecretValue", "*", "secretsmanager:GetSecretValue on *")]
    // Named, or read only, or nothing that the resource has.
    [InlineData("*", "arn:aws:s3:::shop-orders/*", null)]
    [InlineData("s3:*", "arn:aws:s3:::shop-*", null)]
    [InlineData("sns:*", "arn:aws:sns:us-west-2:123456789012:shop-*", null)]
    [InlineData("logs:*", "arn:aws:logs:us-west-2:123456789012:log-group:/aws/lambda/shop-*", null)]
    [InlineData("dynamodb:*", "arn:aws:dynamodb:*:*:table/orders", null)]
    [InlineData("dynamodb:*", "arn:aws:dynamodb:*:*:table/orders/index/*", null)]
    [InlineData("iam:PassRole", "arn:aws:iam::123456789012:role/shop-orders", null)]
    [InlineData("iam:PassRole", "arn:aws:iam::123456789012:role/shop-*", null)]
    [InlineData("iam:GetRole", "*", null)]
    [InlineData("logs:PutLogEvents", "*", null)]
    [InlineData("ec2:CreateNetworkInterface", "*", null)]
    [InlineData("xray:Put*", "*", null)]
    [InlineData("iam:PassRole", "arn:aws:s3:::*", null)]
    [InlineData("s3:*", "arn:aws:dynamodb:us-west-2:123456789012:table/*", null)]
    public void A_statement_is_too_broad_by_action_and_resource_together(string action, string resource, string? breadth) =>
        Assert.Equal(breadth, Of($$"""{"Effect":"Allow","Action":"{{action}}","Resource":"{{resource}}"}"""));

    [Theory]
    [InlineData("""{"Effect":"Allow","NotAction":"iam:DeleteRole","Resource":"*"}""", "everything but iam:DeleteRole on *")]
    [InlineData("""{"Effect":"Allow","NotAction":["iam:*","sts:*"],"Resource":"arn:aws:*"}""", "everything but iam:*, sts:* on arn:aws:*")]
    [InlineData("""{"Effect":"Allow","Action":"s3:*","NotResource":"arn:aws:s3:::vault"}""", "s3:* on everything but arn:aws:s3:::vault")]
    [InlineData("""{"Effect":"Allow","Action":["s3:GetObject","iam:*"],"Resource":["arn:aws:s3:::shop","*"]}""", "iam:* on *")]
    [InlineData("""{"Effect":"Allow","Action":["s3:*","dynamodb:*","sqs:SendMessage"],"Resource":"*"}""", "s3:*, dynamodb:* on *")]
    [InlineData("""{"Effect":"Allow","Action":"s3:*","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"true"}}}""", "s3:* on *")]
    [InlineData("""{"Effect":"Allow","NotAction":"s3:DeleteBucket","Resource":"arn:aws:s3:::shop/*"}""", null)]
    [InlineData("""{"Effect":"Allow","Action":"s3:GetObject","NotResource":"arn:aws:s3:::vault/*"}""", null)]
    [InlineData("""{"Effect":"Deny","Action":"*","Resource":"*"}""", null)]
    public void Lists_and_everything_but_are_seen_and_conditions_are_not_weighed(string statement, string? breadth) =>
        Assert.Equal(breadth, Of(statement));

    private static string? Of(string statement) => PolicyBreadth.Of(PolicyStatement.Of(JsonNode.Parse(statement)!.AsObject()));
}
