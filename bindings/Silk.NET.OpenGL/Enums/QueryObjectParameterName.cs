namespace Silk.NET.OpenGL;

public enum QueryObjectParameterName
{
    QueryResult = 0x8866,
    QueryResultAvailable = 0x8867,
    QueryResultNoWait = 0x9194,
}
