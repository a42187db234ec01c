using System.Text.Json.Nodes;
using Microsoft.Extensions.Primitives;

namespace CodeRipple.Workflow.LocalAws.Permissions;

/// <summary>Makes <c>AlarmNames.member.1=a</c> of a query request what it means: <c>{"AlarmNames":["a"]}</c>.</summary>
internal static class FormTree
{
    public static JsonObject Of(IEnumerable<KeyValuePair<string, StringValues>> form)
    {
        var root = new JsonObject();
        foreach (var (name, value) in form.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            Put(root, name.Split('.'), value.ToString());
        return root;
    }

    private static void Put(JsonNode node, ReadOnlySpan<string> path, string value)
    {
        while (true)
        {
            var isList = path.Length > 2 && path[1] is "member" or "entry";
            var rest = path[(isList ? 3 : 1)..];
            var map = (JsonObject)node;
            if (isList)
            {
                var list = (JsonArray)(map[path[0]] ??= new JsonArray());
                var index = int.Parse(path[2], System.Globalization.CultureInfo.InvariantCulture) - 1;
                while (list.Count <= index)
                    list.Add(null);
                if (rest.IsEmpty)
                {
                    list[index] = value;
                    return;
                }

                node = list[index] ??= new JsonObject();
            }
            else if (rest.IsEmpty)
            {
                map[path[0]] = value;
                return;
            }
            else
            {
                node = map[path[0]] ??= new JsonObject();
            }

            path = rest;
        }
    }
}
