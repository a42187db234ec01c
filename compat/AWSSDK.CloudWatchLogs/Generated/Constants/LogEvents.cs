// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;

namespace Amazon.CloudWatchLogs;

public class EntityRejectionErrorType : ConstantClass
{
    public static readonly EntityRejectionErrorType EntitySizeTooLarge = new("EntitySizeTooLarge");
    public static readonly EntityRejectionErrorType InvalidAttributes = new("InvalidAttributes");
    public static readonly EntityRejectionErrorType InvalidEntity = new("InvalidEntity");
    public static readonly EntityRejectionErrorType InvalidKeyAttributes = new("InvalidKeyAttributes");
    public static readonly EntityRejectionErrorType InvalidTypeValue = new("InvalidTypeValue");
    public static readonly EntityRejectionErrorType MissingRequiredFields = new("MissingRequiredFields");
    public static readonly EntityRejectionErrorType UnsupportedLogGroupType = new("UnsupportedLogGroupType");

    public EntityRejectionErrorType(string value) : base(value) { }

    public static EntityRejectionErrorType FindValue(string value) => FindValue<EntityRejectionErrorType>(value);

    public static implicit operator EntityRejectionErrorType(string value) => FindValue(value);
}
