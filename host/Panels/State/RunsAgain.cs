using VolumeViewer.Host.History;
using VolumeViewer.Host.Recipes;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>What the window can do with a run of the history.</summary>
internal static class RunsAgain
{
    /// <summary>Loads the plugin in the background and opens the form as it was filled in then.</summary>
    public static void OpenForm(Workbench bench, OperationRecord record) => bench.Services.Jobs.Start($"Load {record.Operation}",
        _ => Task.Run(() => bench.Services.Plugins.Get<IOperation>(record.Operation)),
        operation => Post(bench, () =>
        {
            var form = new FormModel(operation, bench.Viewer);
            var unknown = form.Recall(record, bench.Viewer);
            bench.Form = form;
            if (unknown.Count > 0)
                bench.Notices.Tell($"{operation.Title} no longer has {string.Join(", ", unknown)}; the other values are filled in.");
        }));

    /// <summary>Asks for a file, and writes the run and what led to it as a recipe.</summary>
    public static void SaveRecipe(Workbench bench, OperationRecord record) =>
        bench.FileRequest = new FileRequest("Save as a recipe", FileGoal.Save, "Save", record.Operation.Replace('.', '-') + ".recipe.json", paths => SaveRecipe(bench, record, paths[0]));

    /// <summary>Writes the run and what led to it as a recipe, in a job.</summary>
    public static void SaveRecipe(Workbench bench, OperationRecord record, string file) => bench.Services.Jobs.Start("Save recipe",
        _ => Task.Run(() =>
        {
            var recipe = new RecipeBuilder(bench.Services.History.All().Records, Path.GetDirectoryName(Path.GetFullPath(file))!).Build([record]);
            RecipeWriter.Write(recipe, file);
            return recipe;
        }),
        recipe => Post(bench, () => bench.Notices.Tell($"Saved a recipe of {recipe.Steps.Count} step(s) as {file}")));

    private static void Post(Workbench bench, Action action)
    {
        bench.Services.MainThread.Post(action);
        bench.Activity.Wake();
    }
}
