using DeepQDataset.Host;

using Terminal terminal = new();
return Application.Run(CommandLine.Parse(args), terminal);
