namespace VolumeViewer.Sdk;

/// <summary>
/// Something the user can mend: a bad file, a wrong parameter, a disk that is full. Its message is complete as it stands (what, with which
/// value, what to do); the command line prints it without a stack trace and ends with exit code 2.
/// </summary>
public class UserException : Exception
{
    /// <param name="message">What was wrong, with which value, what to do.</param>
    /// <param name="inner">The cause, if another exception told of it.</param>
    public UserException(string message, Exception? inner = null) : base(message, inner) { }
}
