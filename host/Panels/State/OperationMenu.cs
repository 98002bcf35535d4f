using VolumeViewer.Host.Plugins;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>The operations of one verb: "Segment", "Train" …</summary>
internal sealed record OperationGroup(string Title, IReadOnlyList<(string Id, string Title)> Items)
{
    private static readonly string[] Order = ["segment", "train", "predict", Correct, "measure", "compare"];

    private const string Correct = "correct";

    // Many verbs, each with an operation or two, that all change labels: one menu for them.
    private static readonly string[] Correcting = ["combine", "create", "extract", "fill", "grow", "hollow", "merge", "remove", "smooth", "split"];

    /// <summary>Operations by the verb before the dot of their ids; the usual verbs first, in the order of the work.</summary>
    public static IReadOnlyList<OperationGroup> Of(IEnumerable<(string Id, string Title)> operations) =>
    [
        .. operations.GroupBy(operation => operation.Id.Split('.')[0] is var verb && Correcting.Contains(verb) ? Correct : verb)
            .OrderBy(group => Array.IndexOf(Order, group.Key) is var place and >= 0 ? place : Order.Length)
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new OperationGroup(Capitalised(group.Key), [.. group.Select(each => (each.Id, each.Title.Length > 0 ? each.Title : each.Id))])),
    ];

    /// <summary>What the manifests list; no plugin is loaded for it.</summary>
    public static IReadOnlyList<OperationGroup> Of(PluginManager plugins) =>
        Of(plugins.Listed<IOperation>().Select(entry => (entry.Contribution.Id, entry.Contribution.Title)));

    private static string Capitalised(string verb) => verb.Length == 0 ? "Other" : char.ToUpperInvariant(verb[0]) + verb[1..];
}
