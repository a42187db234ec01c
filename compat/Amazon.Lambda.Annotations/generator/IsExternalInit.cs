namespace System.Runtime.CompilerServices;

/// <summary>The compiler asks for this type when a record has properties; netstandard2.0 lacks it.</summary>
internal static class IsExternalInit;
