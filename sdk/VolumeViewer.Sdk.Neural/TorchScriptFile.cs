using System.Text.Json;

namespace VolumeViewer.Sdk.Neural;

/// <summary>
/// A network exported from PyTorch as TorchScript (NAME.pt), with the facts that stand beside it in NAME.json, its sidecar. It needs no code: it can be
/// trained further, and it can predict as it is, since the sidecar also names the phases and how grey values are to be normalised.
/// </summary>
/// <remarks>
/// The sidecar is a JSON object with "id", "phases" (names, or objects with "name", "value" and "colour"), "alignment" and "halo" (see
/// <see cref="NetworkGeometry"/>); and, if they differ from these, "title" (the id), "description" (empty), "dimensions" (2), "inputs" (1), and
/// "normalisation" ("slice-z-score"; the kinds that go by the training data are written as an object with "kind", "offset" and "scale").
/// </remarks>
public sealed record TorchScriptFile
{
    /// <summary>File name ending of the script, with the dot.</summary>
    public const string Extension = ".pt";

    internal TorchScriptFile(string path) => Path = path;

    /// <summary>Of the script.</summary>
    public string Path { get; }

    /// <summary>By which training and prediction know the network; in kebab case.</summary>
    public required string Id { get; init; }

    /// <summary>Shown in menus.</summary>
    public required string Title { get; init; }

    /// <summary>A sentence or two for the user.</summary>
    public required string Description { get; init; }

    /// <summary>Channels of the input.</summary>
    public required int Inputs { get; init; }

    /// <summary>What the channels of the logits stand for.</summary>
    public required PhaseTable Phases { get; init; }

    /// <summary>The facts that tiling needs.</summary>
    public required NetworkGeometry Geometry { get; init; }

    /// <summary>What is done to grey values before the network sees them.</summary>
    public required NormalisationKind Normalisation { get; init; }

    /// <summary>Subtracted from grey values by the kinds that go by the training data.</summary>
    public required double NormalisationOffset { get; init; }

    /// <summary>What these kinds then multiply by.</summary>
    public required double NormalisationScale { get; init; }

    /// <summary>Where the sidecar of a script is looked for.</summary>
    public static string SidecarOf(string path) => System.IO.Path.ChangeExtension(path, ".json");

    /// <summary>Reads the sidecar of a script; the script itself is not opened.</summary>
    /// <param name="path">Of the script.</param>
    /// <exception cref="UserException">One of the two files is missing, or the sidecar has faults; tells all of them.</exception>
    public static TorchScriptFile Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (!File.Exists(path))
            throw new UserException($"There is no TorchScript file '{path}'. Give the path of a {Extension} file that PyTorch wrote.");
        var sidecar = SidecarOf(path);
        if (!File.Exists(sidecar))
        {
            throw new UserException($"'{path}' has no sidecar: there is no '{sidecar}'. Write one that says what the script cannot, for example: "
                + """{ "id": "my-net", "phases": ["pore", "solid"], "alignment": 8, "halo": 56 }""");
        }
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(sidecar), new JsonDocumentOptions
            {
                CommentHandling = JsonCommentHandling.Skip,
                AllowTrailingCommas = true,
            });
            return new TorchScriptSidecar(sidecar, document.RootElement).ToFile(path);
        }
        catch (Exception cause) when (cause is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new UserException($"The sidecar '{sidecar}' cannot be read: {cause.Message}", cause);
        }
    }
}
