using System.Management.Automation;
using DeepQDataset.Commands.Binding;

namespace DeepQDataset.Commands.Bases;

/// <summary>Represents a command that turns another tool's annotations into labels; their images may lie elsewhere.</summary>
public abstract class DqAnnotationCommand : DqConverterCommand
{
    private string? _imageFolder;
    private bool _isImageFolderMissing;

    /// <summary>Specifies the folder or zip that holds the images, where they do not lie with the annotations.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ImageFolder { get; set; }

    /// <summary>Gets the rooted path of the folder or zip with the images; null if they lie with the annotations.</summary>
    private protected string? FullImageFolder => _imageFolder;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        _imageFolder = ImageFolder is null ? null : new PathResolver(this).Literal([ImageFolder]).FirstOrDefault();
        _isImageFolderMissing = ImageFolder is not null && _imageFolder is null;
    }

    private protected override void ProcessPath(string fullPath)
    {
        // Labels without their images would look as if there were none.
        if (!_isImageFolderMissing)
        {
            base.ProcessPath(fullPath);
        }
    }
}
