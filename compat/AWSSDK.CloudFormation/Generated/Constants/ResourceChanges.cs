// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;

namespace Amazon.CloudFormation;

public class AfterValueFrom : ConstantClass
{
    public static readonly AfterValueFrom TEMPLATE = new("TEMPLATE");

    public AfterValueFrom(string value) : base(value) { }

    public static AfterValueFrom FindValue(string value) => FindValue<AfterValueFrom>(value);

    public static implicit operator AfterValueFrom(string value) => FindValue(value);
}

public class AttributeChangeType : ConstantClass
{
    public static readonly AttributeChangeType Add = new("Add");
    public static readonly AttributeChangeType Modify = new("Modify");
    public static readonly AttributeChangeType Remove = new("Remove");
    public static readonly AttributeChangeType SyncWithActual = new("SyncWithActual");

    public AttributeChangeType(string value) : base(value) { }

    public static AttributeChangeType FindValue(string value) => FindValue<AttributeChangeType>(value);

    public static implicit operator AttributeChangeType(string value) => FindValue(value);
}

public class BeforeValueFrom : ConstantClass
{
    public static readonly BeforeValueFrom ACTUAL_STATE = new("ACTUAL_STATE");
    public static readonly BeforeValueFrom PREVIOUS_DEPLOYMENT_STATE = new("PREVIOUS_DEPLOYMENT_STATE");

    public BeforeValueFrom(string value) : base(value) { }

    public static BeforeValueFrom FindValue(string value) => FindValue<BeforeValueFrom>(value);

    public static implicit operator BeforeValueFrom(string value) => FindValue(value);
}

public class ChangeAction : ConstantClass
{
    public static readonly ChangeAction Add = new("Add");
    public static readonly ChangeAction Dynamic = new("Dynamic");
    public static readonly ChangeAction Import = new("Import");
    public static readonly ChangeAction Modify = new("Modify");
    public static readonly ChangeAction Remove = new("Remove");
    public static readonly ChangeAction SyncWithActual = new("SyncWithActual");

    public ChangeAction(string value) : base(value) { }

    public static ChangeAction FindValue(string value) => FindValue<ChangeAction>(value);

    public static implicit operator ChangeAction(string value) => FindValue(value);
}

public class ChangeSource : ConstantClass
{
    public static readonly ChangeSource Automatic = new("Automatic");
    public static readonly ChangeSource DirectModification = new("DirectModification");
    public static readonly ChangeSource NoModification = new("NoModification");
    public static readonly ChangeSource ParameterReference = new("ParameterReference");
    public static readonly ChangeSource ResourceAttribute = new("ResourceAttribute");
    public static readonly ChangeSource ResourceReference = new("ResourceReference");

    public ChangeSource(string value) : base(value) { }

    public static ChangeSource FindValue(string value) => FindValue<ChangeSource>(value);

    public static implicit operator ChangeSource(string value) => FindValue(value);
}

public class ChangeType : ConstantClass
{
    public static readonly ChangeType Resource = new("Resource");

    public ChangeType(string value) : base(value) { }

    public static ChangeType FindValue(string value) => FindValue<ChangeType>(value);

    public static implicit operator ChangeType(string value) => FindValue(value);
}

public class DriftIgnoredReason : ConstantClass
{
    public static readonly DriftIgnoredReason MANAGED_BY_AWS = new("MANAGED_BY_AWS");
    public static readonly DriftIgnoredReason WRITE_ONLY_PROPERTY = new("WRITE_ONLY_PROPERTY");

    public DriftIgnoredReason(string value) : base(value) { }

    public static DriftIgnoredReason FindValue(string value) => FindValue<DriftIgnoredReason>(value);

    public static implicit operator DriftIgnoredReason(string value) => FindValue(value);
}

public class EvaluationType : ConstantClass
{
    public static readonly EvaluationType Dynamic = new("Dynamic");
    public static readonly EvaluationType Static = new("Static");

    public EvaluationType(string value) : base(value) { }

    public static EvaluationType FindValue(string value) => FindValue<EvaluationType>(value);

    public static implicit operator EvaluationType(string value) => FindValue(value);
}

public class PolicyAction : ConstantClass
{
    public static readonly PolicyAction Delete = new("Delete");
    public static readonly PolicyAction ReplaceAndDelete = new("ReplaceAndDelete");
    public static readonly PolicyAction ReplaceAndRetain = new("ReplaceAndRetain");
    public static readonly PolicyAction ReplaceAndSnapshot = new("ReplaceAndSnapshot");
    public static readonly PolicyAction Retain = new("Retain");
    public static readonly PolicyAction Snapshot = new("Snapshot");

    public PolicyAction(string value) : base(value) { }

    public static PolicyAction FindValue(string value) => FindValue<PolicyAction>(value);

    public static implicit operator PolicyAction(string value) => FindValue(value);
}

public class Replacement : ConstantClass
{
    public static readonly Replacement Conditional = new("Conditional");
    public static readonly Replacement False = new("False");
    public static readonly Replacement True = new("True");

    public Replacement(string value) : base(value) { }

    public static Replacement FindValue(string value) => FindValue<Replacement>(value);

    public static implicit operator Replacement(string value) => FindValue(value);
}

public class RequiresRecreation : ConstantClass
{
    public static readonly RequiresRecreation Always = new("Always");
    public static readonly RequiresRecreation Conditionally = new("Conditionally");
    public static readonly RequiresRecreation Never = new("Never");

    public RequiresRecreation(string value) : base(value) { }

    public static RequiresRecreation FindValue(string value) => FindValue<RequiresRecreation>(value);

    public static implicit operator RequiresRecreation(string value) => FindValue(value);
}

public class ResourceAttribute : ConstantClass
{
    public static readonly ResourceAttribute CreationPolicy = new("CreationPolicy");
    public static readonly ResourceAttribute DeletionPolicy = new("DeletionPolicy");
    public static readonly ResourceAttribute Metadata = new("Metadata");
    public static readonly ResourceAttribute Properties = new("Properties");
    public static readonly ResourceAttribute Tags = new("Tags");
    public static readonly ResourceAttribute UpdatePolicy = new("UpdatePolicy");
    public static readonly ResourceAttribute UpdateReplacePolicy = new("UpdateReplacePolicy");

    public ResourceAttribute(string value) : base(value) { }

    public static ResourceAttribute FindValue(string value) => FindValue<ResourceAttribute>(value);

    public static implicit operator ResourceAttribute(string value) => FindValue(value);
}
