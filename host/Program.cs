using VolumeViewer.Host.CommandLine;

return await CommandLineApp.RunAsync(args).ConfigureAwait(false);
