using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace TorchSharp.Utils;

/// <summary>A dictionary that keeps the order in which its keys were added.</summary>
public class OrderedDict<TKey, TValue> : IEnumerable<(TKey, TValue)>
    where TKey : notnull
{
    private readonly List<(TKey Key, TValue Value)> _items = [];
    private readonly Dictionary<TKey, TValue> _values = [];

    public int Count => _items.Count;

    public ICollection<TKey> Keys => _items.ConvertAll(item => item.Key);

    public ICollection<TValue> Values => _items.ConvertAll(item => item.Value);

    public (TKey, TValue) this[int index] => _items[index];

    public TValue this[TKey key]
    {
        get => _values[key];
        set
        {
            if (_values.TryAdd(key, value))
            {
                _items.Add((key, value));
                return;
            }
            _values[key] = value;
            _items[IndexOf(key)] = (key, value);
        }
    }

    public void Add(TKey key, TValue value)
    {
        _values.Add(key, value);
        _items.Add((key, value));
    }

    public bool TryAdd(TKey key, TValue value)
    {
        if (!_values.TryAdd(key, value))
            return false;
        _items.Add((key, value));
        return true;
    }

    public bool ContainsKey(TKey key) => _values.ContainsKey(key);

    public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value) => _values.TryGetValue(key, out value);

    public bool Remove(TKey key)
    {
        if (!_values.Remove(key))
            return false;
        _items.RemoveAt(IndexOf(key));
        return true;
    }

    public void Clear()
    {
        _items.Clear();
        _values.Clear();
    }

    public IEnumerator<(TKey, TValue)> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int IndexOf(TKey key) => _items.FindIndex(item => EqualityComparer<TKey>.Default.Equals(item.Key, key));
}
