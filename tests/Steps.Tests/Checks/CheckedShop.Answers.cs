using System.Text;
using System.Text.Json.Nodes;
using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Amazon.CloudWatchLogs;
using Amazon.CloudWatchLogs.Model;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Checks;
using CodeRipple.Workflow.Steps.Tests.Fakes;
using NSubstitute;

namespace CodeRipple.Workflow.Steps.Tests.Checks;

internal sealed partial class CheckedShop
{
    private void AnswerLambdaCalls()
    {
        _lambda
            .GetFunctionAsync(Arg.Any<GetFunctionRequest>(), Arg.Any<CancellationToken>())
            .Returns(call =>
                Answer(
                    call.Arg<GetFunctionRequest>(),
                    r =>
                        Functions.TryGetValue(Key(r.FunctionName, r.Qualifier), out var found)
                            ? new GetFunctionResponse { Configuration = found }
                            : throw new Amazon.Lambda.Model.ResourceNotFoundException("no such function")
                )
            );
        _lambda
            .GetPolicyAsync(Arg.Any<Amazon.Lambda.Model.GetPolicyRequest>(), Arg.Any<CancellationToken>())
            .Returns(call =>
                Answer(
                    call.Arg<Amazon.Lambda.Model.GetPolicyRequest>(),
                    r =>
                        Policies.TryGetValue(Key(r.FunctionName, r.Qualifier), out var found)
                            ? new Amazon.Lambda.Model.GetPolicyResponse { Policy = found }
                            : throw new Amazon.Lambda.Model.ResourceNotFoundException("no policy")
                )
            );
        _lambda
            .InvokeAsync(Arg.Any<InvokeRequest>(), Arg.Any<CancellationToken>())
            .Returns(call => Answer(call.Arg<InvokeRequest>(), OnInvoke));
    }

    private void AnswerRoleCalls()
    {
        _iam.GetRoleAsync(Arg.Any<GetRoleRequest>(), Arg.Any<CancellationToken>())
            .Returns(call =>
                Answer(
                    call.Arg<GetRoleRequest>(),
                    _ =>
                        Trust is null
                            ? throw new NoSuchEntityException("no such role")
                            : new GetRoleResponse { Role = new Role { AssumeRolePolicyDocument = Uri.EscapeDataString(Trust) } }
                )
            );
        _iam.ListRolePoliciesAsync(Arg.Any<ListRolePoliciesRequest>(), Arg.Any<CancellationToken>())
            .Returns(call => Answer(call.Arg<ListRolePoliciesRequest>(), _ => new ListRolePoliciesResponse { PolicyNames = ["inline"] }));
        _iam.GetRolePolicyAsync(Arg.Any<GetRolePolicyRequest>(), Arg.Any<CancellationToken>())
            .Returns(call =>
                Answer(
                    call.Arg<GetRolePolicyRequest>(),
                    _ => new GetRolePolicyResponse { PolicyDocument = Uri.EscapeDataString(RolePolicy) }
                )
            );
        _iam.ListAttachedRolePoliciesAsync(Arg.Any<ListAttachedRolePoliciesRequest>(), Arg.Any<CancellationToken>())
            .Returns(call =>
                Answer(
                    call.Arg<ListAttachedRolePoliciesRequest>(),
                    _ => new ListAttachedRolePoliciesResponse
                    {
                        AttachedPolicies =
                        [
                            new AttachedPolicyType { PolicyName = "managed", PolicyArn = "arn:aws:iam::aws:policy/managed" },
                        ],
                    }
                )
            );
        _iam.GetPolicyAsync(Arg.Any<Amazon.IdentityManagement.Model.GetPolicyRequest>(), Arg.Any<CancellationToken>())
            .Returns(call =>
                Answer(
                    call.Arg<Amazon.IdentityManagement.Model.GetPolicyRequest>(),
                    _ => new Amazon.IdentityManagement.Model.GetPolicyResponse { Policy = new ManagedPolicy { DefaultVersionId = "v1" } }
                )
            );
        _iam.GetPolicyVersionAsync(Arg.Any<GetPolicyVersionRequest>(), Arg.Any<CancellationToken>())
            .Returns(call =>
                Answer(
                    call.Arg<GetPolicyVersionRequest>(),
                    _ => new GetPolicyVersionResponse
                    {
                        PolicyVersion = new PolicyVersion { Document = Uri.EscapeDataString(ManagedPolicy) },
                    }
                )
            );
    }

    private void AnswerApiCalls()
    {
        _apis
            .GetStageAsync(Arg.Any<GetStageRequest>(), Arg.Any<CancellationToken>())
            .Returns(call =>
                Answer(
                    call.Arg<GetStageRequest>(),
                    r =>
                        HasStage
                            ? new GetStageResponse { StageName = r.StageName, DeploymentId = "d1" }
                            : throw new Amazon.APIGateway.Model.NotFoundException("no such stage")
                )
            );
        _apis
            .GetIntegrationAsync(Arg.Any<GetIntegrationRequest>(), Arg.Any<CancellationToken>())
            .Returns(call =>
                Answer(
                    call.Arg<GetIntegrationRequest>(),
                    _ =>
                        Integration is null
                            ? throw new Amazon.APIGateway.Model.NotFoundException("no such method")
                            : new GetIntegrationResponse
                            {
                                Type = IntegrationType.AWS_PROXY,
                                Uri = Integration,
                                Credentials = IntegrationRole,
                            }
                )
            );
    }
}
