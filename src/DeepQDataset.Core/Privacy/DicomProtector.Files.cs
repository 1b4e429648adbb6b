using System.IO.Compression;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using DeepQDataset.Files;
using DeepQDataset.Imaging;
using DeepQDataset.Imaging.Dicom;
using DeepQDataset.Text;

namespace DeepQDataset.Privacy;

/// <content>The processing of one file.</content>
public sealed partial class DicomProtector
{
    private const int BufferSize = 1 << 16;

    /// <summary>Reads what identifies a file, and determines whether it is DICOM.</summary>
    private static ProtectionTask Prepare(ProtectionInput input, CancellationToken cancellation)
    {
        if (input.Refusal is { } refusal)
        {
            return new ProtectionTask(input).Fail(refusal);
        }

        try
        {
            using Stream stream = input.Open();
            using ForwardReader reader = new();
            reader.Reset(stream, input.Length ?? stream.Length, cancellation: cancellation);
            ProtectionSubject? subject = ProtectionSubject.Read(reader, out ImageProblem? problem);
            ProtectionTask task = new(input) { Subject = subject };
            if (subject is null)
            {
                return problem!.Kind == ImageProblemKind.UnsupportedFormat
                    ? task.LeaveOut("it is not a DICOM file")
                    : task.Fail(ProtectionErrors.Unreadable(input, problem));
            }

            return subject.IsDirectory ? task.LeaveOut("it is a DICOMDIR, which lists patients and files by their old names") : task;
        }
        catch (Exception exception) when (FileFailure.IsReading(exception))
        {
            return new ProtectionTask(input).Fail(ProtectionErrors.NotOpened(input, exception));
        }
    }

    /// <summary>
    /// Names the copy. One thread does so in the order of the files, so that the same files get the same names each time.
    /// </summary>
    private void Name(ProtectionTask task)
    {
        if (task.Outcome is not null)
        {
            return;
        }

        // A file without a UID gets one by its name, which cannot be recovered without the key.
        string uid = task.Subject!.SopInstanceUid;
        task.SopInstanceUid = _replacements.Uid(uid.Length > 0 ? uid : "file " + task.Input.Name);
        string name = _options.KeepNames ? PortablePath.From(task.Input.Name) : task.SopInstanceUid + ".dcm";
        task.Destination = Path.Join(_destination, name);
        string compared = OperatingSystem.IsLinux() ? name : name.ToUpperInvariant();
        if (!_names.Add(XxHash128.HashToUInt128(MemoryMarshal.AsBytes(compared.AsSpan()))))
        {
            task.Fail(ProtectionErrors.NameTaken(task.Input, task.Destination, _options.KeepNames));
        }
    }

    private void Write(ProtectionTask task, CancellationToken cancellation)
    {
        if (task.Outcome is not null)
        {
            return;
        }

        try
        {
            if (_options.KeepNames)
            {
                MakeFolder(Path.GetDirectoryName(task.Destination)!);
            }

            using AtomicFile target = AtomicFile.Create(task.Destination, _options.Overwrite);
            using Stream stream = task.Input.Open();
            using ForwardReader reader = new();
            reader.Reset(stream, task.Input.Length ?? stream.Length, readsAll: true, cancellation);
            using DicomFile file = DicomFile.Open(reader);
            if (!file.IsOpen)
            {
                task.Fail(ProtectionErrors.Unreadable(task.Input, file.Problem!)); // it has changed since the first reading
                return;
            }

            ProtectionCounts counts = Copy(file, task, target.Stream, cancellation);
            if (file.FinalProblem is { } problem)
            {
                task.Fail(ProtectionErrors.Unreadable(task.Input, problem));
                return;
            }

            long bytes = target.Stream.Position;
            target.Commit();
            task.Finish(Describe(task, counts, bytes));
        }
        catch (DatasetException failure)
        {
            task.Fail(failure);
        }
        catch (Exception exception) when (FileFailure.IsReading(exception))
        {
            task.Fail(ProtectionErrors.NotOpened(task.Input, exception));
        }
    }

    private ProtectionCounts Copy(DicomFile file, ProtectionTask task, Stream target, CancellationToken cancellation)
    {
        DicomDeidentifier deidentifier = new(_options);
        ProtectedFileMeta.Write(target, task.Subject!, task.SopInstanceUid);
        if (!file.Meta.IsDeflated)
        {
            return deidentifier.Copy(file, task.Subject!, target, cancellation);
        }

        ProtectionCounts counts;
        using (DeflateStream deflated = new(target, CompressionLevel.Optimal, leaveOpen: true))
        using (BufferedStream buffered = new(deflated, BufferSize))
        {
            counts = deidentifier.Copy(file, task.Subject!, buffered, cancellation);
        }

        if (target.Position % 2 != 0)
        {
            target.WriteByte(0); // PS3.5 section A.5
        }

        return counts;
    }

    private DqProtection Describe(ProtectionTask task, ProtectionCounts counts, long bytes)
    {
        ProtectionSubject subject = task.Subject!;
        return new DqProtection
        {
            Path = task.Input.Location.Path,
            SourceEntry = task.Input.Location.Entry,
            DestinationPath = task.Destination,
            PatientId = _replacements.Patient(subject.PatientId),
            StudyInstanceUid = _replacements.Uid(subject.StudyInstanceUid),
            SeriesInstanceUid = _replacements.Uid(subject.SeriesInstanceUid),
            SopInstanceUid = task.SopInstanceUid,
            Removed = counts.Removed,
            PrivateRemoved = counts.PrivateRemoved,
            Emptied = counts.Emptied,
            Replaced = counts.Replaced,
            UidsReplaced = counts.Uids,
            DatesShifted = counts.DatesShifted,
            Bytes = bytes,
            Warnings = new DqStringList(Warnings(subject, counts)),
        };
    }

    private static List<string> Warnings(ProtectionSubject subject, ProtectionCounts counts)
    {
        List<string> warnings = [];
        if (subject.PixelTextReason is string reason)
        {
            warnings.Add($"The pixels may carry text, and are as they were: {reason}.");
        }

        if (subject.HasOverlayInPixels)
        {
            warnings.Add("An overlay lies in bits of the pixels, which are as they were; it may contain text.");
        }

        if (subject.HasDocument)
        {
            warnings.Add("The document in the file was replaced by two zeros.");
        }

        if (subject.SopInstanceUid.Length == 0)
        {
            warnings.Add("The file has no SOP Instance UID; the file meta's was made up.");
        }

        if (counts.Unreadable > 0)
        {
            warnings.Add(
                FormattableString.Invariant($"{counts.Unreadable} parts of sequences could not be read as elements and are left out."));
        }

        return warnings;
    }

}
