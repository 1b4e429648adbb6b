using System.Management.Automation;
using DeepQDataset.Commands.Binding;

namespace DeepQDataset.Commands.Bases;

/// <summary>Represents a command that converts another tool's annotations into labels. Their images may be elsewhere.</summary>
public abstract class DqAnnotationCommand : DqConverterCommand
{
    private string? _imageFolder;
    private bool _isImageFolderMissing;

    /// <summary>Specifies the folder or zip that contains the images, if they are not with the annotations.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ImageFolder { get; set; }

    /// <summary>Gets the rooted path of the folder or zip with the images; null if they are with the annotations.</summary>
    private protected string? FullImageFolder => _imageFolder;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        _imageFolder = ImageFolder is null ? null : new PathResolver(this).Literal([ImageFolder]).FirstOrDefault();
        _isImageFolderMissing = ImageFolder is not null && _imageFolder is null;
    }

    private protected override void ProcessPath(string fullPath)
    {
        // Labels without their images would look as if there were no images.
        if (!_isImageFolderMissing)
        {
            base.ProcessPath(fullPath);
        }
    }
}
