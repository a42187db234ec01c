// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.StepFunctions.Model;

public partial class MapIterationEventDetails : IShape
{
    public int? Index { get; set; }
    public string Name { get; set; }

    void IShape.Members(Wire wire)
    {
        Index = wire.Member("index", Index);
        Name = wire.Member("name", Name);
    }
}

public partial class MapRunFailedEventDetails : IShape
{
    public string Cause { get; set; }
    public string Error { get; set; }

    void IShape.Members(Wire wire)
    {
        Cause = wire.Member("cause", Cause);
        Error = wire.Member("error", Error);
    }
}

public partial class MapRunRedrivenEventDetails : IShape
{
    public string MapRunArn { get; set; }
    public int? RedriveCount { get; set; }

    void IShape.Members(Wire wire)
    {
        MapRunArn = wire.Member("mapRunArn", MapRunArn);
        RedriveCount = wire.Member("redriveCount", RedriveCount);
    }
}

public partial class MapRunStartedEventDetails : IShape
{
    public string MapRunArn { get; set; }

    void IShape.Members(Wire wire)
    {
        MapRunArn = wire.Member("mapRunArn", MapRunArn);
    }
}

public partial class MapStateStartedEventDetails : IShape
{
    public int? Length { get; set; }

    void IShape.Members(Wire wire)
    {
        Length = wire.Member("length", Length);
    }
}
