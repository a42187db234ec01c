using System.Text.Encodings.Web;
using System.Text.Json;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>Takes the values of environment variables out of texts that others wrote.</summary>
internal static class Masking
{
    private const string Instead = "***";

    // Shorter ones stand in any text, as parts of other words.
    private const int Shortest = 4;

    // The longest first: one may be part of another.
    public static string Mask(IEnumerable<string> values, string text) =>
        FormsOf(values)
            .OrderByDescending(form => form.Length)
            .Aggregate(text, (masked, form) => masked.Replace(form, Instead, StringComparison.Ordinal));

    public static bool Finds(IEnumerable<string> values, string text) =>
        FormsOf(values).Any(form => text.Contains(form, StringComparison.Ordinal));

    /// <summary>As they are, and as JSON writes them.</summary>
    private static IEnumerable<string> FormsOf(IEnumerable<string> values) =>
        values
            .Where(value => value.Length >= Shortest)
            .SelectMany(value =>
                new[] { value, Json(value, JavaScriptEncoder.Default), Json(value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping) }
            )
            .Distinct();

    private static string Json(string value, JavaScriptEncoder encoder) => JsonEncodedText.Encode(value, encoder).ToString();
}
