// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.IdentityManagement.Model;

public partial class Tag : IShape
{
    public string Key { get; set; }
    public string Value { get; set; }

    void IShape.Members(Wire wire)
    {
        Key = wire.Member("Key", Key);
        Value = wire.Member("Value", Value);
    }
}
