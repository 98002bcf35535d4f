using System.CommandLine;

using VolumeViewer.Host.Queue;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.CommandLine;

/// <summary>queue: runs that wait for their turn, and the worker that does them.</summary>
internal static class QueueCommand
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private static QueueStore Store => QueueStore.OfUser;

    public static Command Create(CommandContext context, IReadOnlyList<string> words) => new("queue", "Runs that are done one after the other, and go on when this program ends.")
    {
        QueueAddCommand.Add(context, words),
        List(context),
        Show(context),
        Start(context),
        Stop(context),
        OfRuns(context, "pause", "Hold runs back; one that is running stops at its checkpoint.", QueueEditing.Pause),
        OfRuns(context, "resume", "Let runs wait for their turn again: paused ones, and those that failed or were set aside.", QueueEditing.Resume),
        Move(context),
        OfRuns(context, "remove", "Take runs out of the queue; their folders stay.", QueueEditing.Remove),
        QueueAddCommand.Rerun(context, words),
        Clear(context),
        Work(context),
    };

    private static int Print(CommandContext context, ParseResult arguments, QueueDocument queue)
    {
        var hasWorker = Store.HasWorker;
        context.Print(arguments,
            () => new { worker = hasWorker, started = queue.IsStarted, parallel = queue.Parallel, runs = queue.Runs.Select(QueueStore.ToElement).ToArray() },
            () => queue.Runs.Count == 0 ? "The queue is empty; 'queue add OPERATION' fills it." : $"{QueueText.Runs(queue.Runs)}{QueueText.Worker(queue, hasWorker)}");
        return ExitCode.Done;
    }

    private static Command List(CommandContext context)
    {
        var list = new Command("list", "List the runs of the queue, in the order in which they are taken.");
        list.SetAction(arguments => Print(context, arguments, Store.Look()));
        return list;
    }

    private static Command Show(CommandContext context)
    {
        var id = new Argument<int>("ID") { Description = "The run." };
        var show = new Command("show", "Tell all of a run, and what it said last.") { id };
        show.SetAction(arguments =>
        {
            var run = QueueEditing.Get(Store.Look(), arguments.GetValue(id));
            var log = File.Exists(Store.LogOf(run.Id)) ? File.ReadLines(Store.LogOf(run.Id)).TakeLast(40).ToList() : [];
            context.Print(arguments, () => new { run = QueueStore.ToElement(run), log }, () => string.Join('\n',
            [
                QueueText.Runs([run]).TrimEnd(), $"operation  {run.Operation}", .. run.Inputs.Select(pair => $"input      {pair.Key}: {pair.Value}"),
                .. run.Parameters.Select(pair => $"parameter  {pair.Key} = {pair.Value}"), .. log,
            ]));
            return ExitCode.Done;
        });
        return show;
    }

    private static Command Start(CommandContext context)
    {
        var parallel = new Option<int?>("--parallel") { Description = "How many runs at a time. Default: as before, 1 at first.", HelpName = "NUMBER" };
        var wait = new Option<bool>("--wait") { Description = "Wait until the worker is done; fails where a run failed." };
        var start = new Command("start", "Work on the queue, in a process that goes on when this one ends.") { parallel, wait };
        start.SetAction(async (arguments, cancellationToken) =>
        {
            if (arguments.GetValue(parallel) is < 1 or > 64)
                throw new UserException($"--parallel: {arguments.GetValue(parallel)} is not between 1 and 64.");
            var before = Store.Read().Runs.Where(run => !run.HasEnded).Select(run => run.Id).ToHashSet();
            WorkerProcess.Start(Store, arguments.GetValue(parallel), arguments.GetValue(context.PluginFolder));
            while (arguments.GetValue(wait) && Store.HasWorker)
                await Task.Delay(Pause, cancellationToken).ConfigureAwait(false);
            var queue = Store.Look();
            Print(context, arguments, queue);
            return arguments.GetValue(wait) && queue.Runs.Exists(run => before.Contains(run.Id) && run.State == QueuedState.Failed) ? ExitCode.Failed : ExitCode.Done;
        });
        return start;
    }

    private static Command Stop(CommandContext context)
    {
        var stop = new Command("stop", "End the worker; what is running stops at its checkpoint, and goes on after 'queue start'.");
        stop.SetAction(async (arguments, cancellationToken) =>
        {
            Store.Update(queue => queue with { IsStarted = false });
            while (Store.HasWorker)
                await Task.Delay(Pause, cancellationToken).ConfigureAwait(false);
            return Print(context, arguments, Store.Look());
        });
        return stop;
    }

    private static Command OfRuns(CommandContext context, string name, string help, Func<QueueDocument, IReadOnlyList<int>, QueueDocument> change)
    {
        var ids = new Argument<int[]>("ID") { Description = "The runs.", Arity = ArgumentArity.OneOrMore };
        var command = new Command(name, help) { ids };
        command.SetAction(arguments =>
        {
            Store.Update(queue => change(AsItStands(queue), arguments.GetValue(ids)!));
            return Print(context, arguments, Store.Look());
        });
        return command;
    }

    // Runs of a worker that died are not running, and can be paused and removed.
    private static QueueDocument AsItStands(QueueDocument queue) => Store.HasWorker ? queue : QueueWorker.Recovered(queue);

    private static Command Move(CommandContext context)
    {
        var id = new Argument<int>("ID") { Description = "The run." };
        var place = new Argument<string>("PLACE") { Description = "Its new place from 1, or 'up', 'down', 'first', 'last'." };
        var move = new Command("move", "Change the order in which runs are taken.") { id, place };
        move.SetAction(arguments =>
        {
            var (run, word) = (arguments.GetValue(id), arguments.GetValue(place)!);
            Store.Update(queue => word switch
            {
                "up" => QueueEditing.MoveBy(queue, run, -1),
                "down" => QueueEditing.MoveBy(queue, run, 1),
                "first" => QueueEditing.Move(queue, run, 1),
                "last" => QueueEditing.Move(queue, run, queue.Runs.Count),
                _ => int.TryParse(word, out var wanted) && wanted >= 1 ? QueueEditing.Move(queue, run, wanted)
                    : throw new UserException($"'{word}' is no place: give a number from 1, or up, down, first, last."),
            });
            return Print(context, arguments, Store.Look());
        });
        return move;
    }

    private static Command Clear(CommandContext context)
    {
        var clear = new Command("clear", "Take every run that has ended out of the queue; their folders stay.");
        clear.SetAction(arguments => Print(context, arguments, Store.Update(QueueEditing.Clear)));
        return clear;
    }

    private static Command Work(CommandContext context)
    {
        var detached = new Option<bool>(WorkerProcess.DetachedOption) { Description = "Leave the terminal and its streams.", Hidden = true };
        var parallel = new Option<int?>("--parallel") { Description = "How many runs at a time.", HelpName = "NUMBER" };
        var work = new Command("work", "Work on the queue in this process, until nothing waits. 'queue start' runs this in another one.") { detached, parallel };
        work.SetAction(async (arguments, cancellationToken) =>
        {
            if (arguments.GetValue(detached))
                WorkerProcess.Detach();
            else
                Store.Update(queue => queue with { IsStarted = true, Parallel = arguments.GetValue(parallel) ?? queue.Parallel });
            await new QueueWorker(context.Services, Store).RunAsync(cancellationToken).ConfigureAwait(false);
            return arguments.GetValue(detached) ? ExitCode.Done : Print(context, arguments, Store.Look());
        });
        return work;
    }
}
