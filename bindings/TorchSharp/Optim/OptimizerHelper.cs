using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

/// <summary>What the optimizers share: state by parameter, and the file that keeps it.</summary>
public abstract class OptimizerHelper : Optimizer
{
    protected OptimizerOptions? _defaults;
    protected OrderedDict<IntPtr, OptimizerState> _state = new();

    public OptimizerHelper()
        : base(IntPtr.Zero)
    {
    }

    public void save_state_dict(string location)
    {
        using var stream = File.Create(location);
        using var writer = new BinaryWriter(stream);
        save_state_dict(writer);
    }

    public void load_state_dict(string location)
    {
        using var stream = File.OpenRead(location);
        using var reader = new BinaryReader(stream);
        load_state_dict(reader);
    }

    /// <summary>The optimizer's name, the numbers of groups and states (LEB128), then each group's options and each state.</summary>
    public void save_state_dict(BinaryWriter writer)
    {
        var state = state_dict();
        writer.Write(GetType().Name);
        writer.Encode(state.Options.Count);
        writer.Encode(state.State.Count);
        foreach (var options in state.Options)
            options.SaveStateDict(writer);
        foreach (var one in state.State)
            one.SaveStateDict(writer);
    }

    public void load_state_dict(BinaryReader reader)
    {
        var saved = reader.ReadString();
        if (saved != GetType().Name)
            throw new InvalidDataException($"Mismatched optimizer type: expected '{GetType().Name}', but found '{saved}' in the loaded stream.");
        var state = state_dict();
        CheckCounts(reader.Decode(), reader.Decode(), state);
        foreach (var options in state.Options)
            options.LoadStateDict(reader);
        foreach (var one in state.State)
            one.LoadStateDict(reader);
    }

    public virtual void load_state_dict(StateDictionary state_dict)
    {
        var own = this.state_dict();
        CheckCounts(state_dict.Options.Count, state_dict.State.Count, own);
        foreach (var (options, source) in own.Options.Zip(state_dict.Options))
        {
            if (!ReferenceEquals(options, source))
                options.LoadStateDict(source);
        }
        foreach (var (one, source) in own.State.Zip(state_dict.State))
        {
            if (!ReferenceEquals(one, source))
                one.LoadStateDict(source);
        }
    }

    public virtual StateDictionary state_dict()
    {
        var result = new StateDictionary();
        foreach (var group in _parameter_groups)
        {
            result.Options.Add(group.Options!);
            var indices = new List<int>();
            foreach (var parameter in group.Parameters)
            {
                indices.Add(result.State.Count);
                result.State.Add(_state[parameter.Handle]);
            }
            result.StateIndexRef.Add(indices);
        }
        return result;
    }

    public void to(Device device)
    {
        foreach (var (_, state) in _state)
            state.to(device);
    }

    /// <summary>Runs the body over each group without recording gradients; what it makes and does not detach goes at the end.</summary>
    protected Tensor? _step<T>(Action<T> body, Func<Tensor>? loss_closure = null)
        where T : ParamGroup
    {
        Tensor? loss = null;
        if (loss_closure is not null)
        {
            using var tracked = enable_grad();
            loss = loss_closure();
        }
        using var untracked = no_grad();
        using var scope = NewDisposeScope();
        foreach (var group in _parameter_groups)
            body((T)group);
        return loss;
    }

    /// <summary>Registers a group whose options are complete, with a new state for each parameter.</summary>
    private protected void Register(ParamGroup group, Func<Parameter, OptimizerState> stateOf)
    {
        group.Options!.InitialLearningRate = group.Options.LearningRate!.Value;
        _parameter_groups.Add(group);
        foreach (var parameter in group.Parameters)
        {
            var state = stateOf(parameter);
            _state[parameter.Handle] = state;
            state.Initialize(group.Options);
        }
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing)
            return;
        foreach (var (_, state) in _state)
            (state as IDisposable)?.Dispose();
        _state.Clear();
    }

    private static void CheckCounts(long options, long states, StateDictionary own)
    {
        if (options != own.Options.Count)
            throw new ArgumentException($"Invalid optimizer state -- different number of parameter groups: {options}, expected {own.Options.Count}.");
        if (states != own.State.Count)
            throw new ArgumentException($"Invalid optimizer state -- different number of states: {states}, expected {own.State.Count}.");
    }
}
