using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Emit;

namespace CodeRipple.Workflow.Probe;

/// <summary>
/// Finds everything that the code of a method mentions. It is read, neither compiled nor run: precompiled code, which layers may hold,
/// asks for what it mentions only when it gets there.
/// </summary>
internal static class MethodCode
{
    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    public static void Resolve(MethodBase method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } code)
            return;
        var typeArguments = method.DeclaringType!.GetGenericArguments();
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        foreach (var token in Tokens(code))
        {
            try
            {
                method.Module.ResolveMember(token, typeArguments, methodArguments);
            }
            catch (ArgumentException)
            {
                // Reflection has no name for it, which says nothing of the layer.
            }
        }
    }

    private static IEnumerable<int> Tokens(byte[] code)
    {
        var position = 0;
        while (position < code.Length)
        {
            // Codes of two bytes begin with FE.
            var instruction = Codes[code[position] == 0xFE ? BinaryPrimitives.ReadInt16BigEndian(code.AsSpan(position)) : code[position]];
            position += instruction.Size;
            if (
                instruction.OperandType
                is OperandType.InlineField
                    or OperandType.InlineMethod
                    or OperandType.InlineTok
                    or OperandType.InlineType
            )
                yield return BinaryPrimitives.ReadInt32LittleEndian(code.AsSpan(position));
            position += SizeOf(instruction.OperandType, code.AsSpan(position));
        }
    }

    private static int SizeOf(OperandType operand, ReadOnlySpan<byte> rest) =>
        operand switch
        {
            OperandType.InlineNone => 0,
            OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
            OperandType.InlineVar => 2,
            OperandType.InlineI8 or OperandType.InlineR => 8,
            OperandType.InlineSwitch => 4 + (4 * BinaryPrimitives.ReadInt32LittleEndian(rest)),
            _ => 4,
        };
}
