namespace DeepQDataset;

/// <summary>
/// Words an action for the users of a program, such as by the name of a command. The result replaces a noun in a sentence.
/// </summary>
/// <param name="remedy">The action.</param>
public delegate string RemedyWording(Remedy remedy);
