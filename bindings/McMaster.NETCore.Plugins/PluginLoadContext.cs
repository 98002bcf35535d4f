using System.Reflection;
using System.Runtime.Loader;

namespace McMaster.NETCore.Plugins;

/// <summary>One plugin's assemblies: shared ones from the host, the others from the plugin's folder by its .deps.json.</summary>
internal sealed class PluginLoadContext : AssemblyLoadContext
{
    private static readonly string[] NativeExtensions = OperatingSystem.IsWindows() ? [".dll"] : OperatingSystem.IsMacOS() ? [".dylib"] : [".so"];

    private readonly AssemblyDependencyResolver _resolver;
    private readonly SharedAssemblyNames _shared;
    private readonly string _folder;
    private readonly bool _loadInMemory;
    private readonly string _shadowFolder = Path.Combine(Path.GetTempPath(), "plugin-" + Path.GetRandomFileName());

    public PluginLoadContext(PluginConfig config)
        : base(Path.GetFileNameWithoutExtension(config.MainAssemblyPath), config.IsUnloadable)
    {
        _folder = Path.GetDirectoryName(config.MainAssemblyPath)
            ?? throw new InvalidOperationException($"The plugin's main assembly '{config.MainAssemblyPath}' lies in no folder. Give the path of a .dll file.");
        _resolver = CreateResolver(config.MainAssemblyPath);
        _shared = new SharedAssemblyNames(config);
        _loadInMemory = config.LoadInMemory;
        if (_loadInMemory)
            Unloading += _ => DeleteShadowCopies();
    }

    public Assembly LoadFile(string path)
    {
        if (!_loadInMemory)
            return LoadFromAssemblyPath(path);
        // Read in one go: the file is closed again before the assembly is used, so it can be replaced at any time after.
        using var assembly = new MemoryStream(File.ReadAllBytes(path));
        var symbolsPath = Path.ChangeExtension(path, ".pdb");
        if (!File.Exists(symbolsPath))
            return LoadFromStream(assembly);
        using var symbols = new MemoryStream(File.ReadAllBytes(symbolsPath));
        return LoadFromStream(assembly, symbols);
    }

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (assemblyName.Name is null)
            return null;
        if (_shared.Find(assemblyName) is { } shared)
            return shared;
        if (_resolver.ResolveAssemblyToPath(assemblyName) is { } resolved && File.Exists(resolved))
            return LoadFile(resolved);
        // Beside the plugin but not in its .deps.json (or there is none); translations lie in a folder named for their culture.
        var beside = Path.Combine(_folder, assemblyName.CultureName ?? "", assemblyName.Name + ".dll");
        return File.Exists(beside) ? LoadFile(beside) : null;
    }

    protected override IntPtr LoadUnmanagedDll(string unmanagedDllName)
    {
        var path = _resolver.ResolveUnmanagedDllToPath(unmanagedDllName);
        if (path is null || !File.Exists(path))
            path = NativeCandidates(unmanagedDllName).Select(name => Path.Combine(_folder, name)).FirstOrDefault(File.Exists);
        if (path is null)
            return IntPtr.Zero;
        return LoadUnmanagedDllFromPath(_loadInMemory ? ShadowCopy(path) : path);
    }

    private static IEnumerable<string> NativeCandidates(string name)
    {
        foreach (var prefix in OperatingSystem.IsWindows() ? new[] { "" } : ["lib", ""])
        {
            foreach (var extension in NativeExtensions)
                yield return prefix + name + extension;
            yield return prefix + name;
        }
    }

    private static AssemblyDependencyResolver CreateResolver(string path)
    {
        // InvalidOperationException is what the resolver itself throws for a missing file, without saying which or why.
        if (!File.Exists(path))
        {
            var message = $"The plugin's main assembly '{path}' does not exist. Build the plugin, or correct the path.";
            throw new InvalidOperationException(message, new FileNotFoundException(message, path));
        }
        try
        {
            return new AssemblyDependencyResolver(path);
        }
        catch (InvalidOperationException e)
        {
            throw new InvalidOperationException(
                $"The dependencies of the plugin '{path}' cannot be read: {e.Message} Check the .deps.json beside it, or build the plugin again.", e);
        }
    }

    // A mapped library cannot be overwritten on every system, so the copy is mapped and the original stays free.
    private string ShadowCopy(string path)
    {
        Directory.CreateDirectory(_shadowFolder);
        var copy = Path.Combine(_shadowFolder, Path.GetFileName(path));
        if (!File.Exists(copy))
            File.Copy(path, copy);
        return copy;
    }

    private void DeleteShadowCopies()
    {
        try
        {
            if (Directory.Exists(_shadowFolder))
                Directory.Delete(_shadowFolder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Still mapped: the system's temporary folder is the place where such a copy may stay behind.
        }
    }
}
