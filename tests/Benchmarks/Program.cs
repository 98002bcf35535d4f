using System.Text.Json;
using System.Text.Json.Nodes;

using Benchmarks;

BenchmarkOptions options;
try
{
    options = BenchmarkOptions.Parse(args, BenchmarkList.All);
}
catch (ArgumentException fault)
{
    Console.Error.WriteLine($"volumeviewer bench: {fault.Message}");
    return 2;
}
if (options.WantsHelp)
{
    Console.Out.Write(BenchmarkOptions.Help(BenchmarkList.All));
    return 0;
}
var tables = new JsonArray();
foreach (var benchmark in options.Chosen)
{
    var table = benchmark.Run(options.IsQuick, Console.Error.WriteLine);
    if (options.AsJson)
        tables.Add((JsonNode)table.ToJson());
    else
        Console.Out.WriteLine(table.ToText());
}
if (options.AsJson)
    Console.Out.WriteLine(tables.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
return 0;
