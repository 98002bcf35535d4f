using System.Text;
using System.Text.Json;

using VolumeViewer.Host.Operations;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Plugins;

/// <summary>The builds of plugins that the user trusts, by the hash of their code files. Kept in one file; where the plugin lies does not matter.</summary>
internal sealed class TrustStore
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private readonly Lock _lock = new();
    private readonly string _file;

    /// <param name="file">Made when something is trusted for the first time.</param>
    public TrustStore(string file) => _file = file;

    /// <summary>The user's own store.</summary>
    public static TrustStore OfUser => new(Path.Combine(UserFolders.Settings, "trusted-plugins.json"));

    /// <summary>Whether exactly these files were trusted under this id.</summary>
    public bool Trusts(PluginStamp stamp)
    {
        lock (_lock)
            return Read().Exists(item => item.Id == stamp.Id && item.Hash == stamp.Hash);
    }

    /// <exception cref="UserException">The file cannot be written.</exception>
    public void Trust(PluginStamp stamp)
    {
        lock (_lock)
        {
            var items = Read();
            items.RemoveAll(item => item.Id == stamp.Id && item.Hash == stamp.Hash);
            items.Add(new Item(stamp.Id, stamp.Version, stamp.Hash, DateTimeOffset.Now));
            Write(items);
        }
    }

    /// <summary>Takes trust in every build of a plugin back.</summary>
    /// <returns>Whether there was any.</returns>
    /// <exception cref="UserException">The file cannot be written.</exception>
    public bool Revoke(string id)
    {
        lock (_lock)
        {
            var items = Read();
            if (items.RemoveAll(item => item.Id == id) == 0)
                return false;
            Write(items);
            return true;
        }
    }

    // Read each time, since another window may have added to it. A damaged file trusts nothing: that is the safe side.
    private List<Item> Read()
    {
        try
        {
            return File.Exists(_file) ? JsonSerializer.Deserialize<List<Item>>(File.ReadAllBytes(_file), Json) ?? [] : [];
        }
        catch (Exception problem) when (problem is JsonException or IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private void Write(List<Item> items)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
        OutputPath.WriteAllBytes(_file, Encoding.UTF8.GetBytes(JsonSerializer.Serialize(items, Json)));
    }

    private sealed record Item(string Id, string Version, string Hash, DateTimeOffset Trusted);
}
