"""The files of a dataset as the platform's own reader sees them: names, images, slices (see platform_reader.py)."""

import io
import os
import posixpath
import struct
import zipfile
import zlib

from PIL import Image, ImageFile

IMAGE_EXTENSIONS = (".png", ".jpg", ".jpeg", ".dcm", ".dicom")
SYSTEM_NAMES = {".ds_store", "thumbs.db", "desktop.ini"}

# OpenCV decodes these; it applies EXIF orientation, reads a cut JPEG to its end in grey, and no damaged PNG at all.
FORMATS = {"PNG", "JPEG", "MPO", "BMP", "WEBP", "TIFF", "JPEG2000", "PPM"}
ImageFile.LOAD_TRUNCATED_IMAGES = True


class Failure(Exception):
    """The reader stops: nothing of the dataset is used."""


class Files:
    """The files of a zip or a folder by their paths with /."""

    def __init__(self, path):
        self.contents = {}
        self.unreadable = set()
        if os.path.isdir(path):
            for folder, _, names in os.walk(path):
                for name in names:
                    full = os.path.join(folder, name)
                    relative = os.path.relpath(full, path).replace(os.sep, "/")
                    self.contents[relative] = lambda full=full: open(full, "rb").read()
                    if os.name == "posix" and not os.stat(full).st_mode & 0o040:
                        self.unreadable.add(relative)
        else:
            archive = zipfile.ZipFile(path)
            for entry in archive.infolist():
                if not entry.is_dir():
                    self.contents[entry.filename] = lambda entry=entry: archive.read(entry)
        self.folders = {""}
        for name in self.contents:
            parent = posixpath.dirname(name)
            while parent not in self.folders:
                self.folders.add(parent)
                parent = posixpath.dirname(parent)

    def resolve(self, base, name):
        """The file that base/name means to a file system, or None."""
        if name.startswith("/"):
            return None
        at = base
        parts = name.split("/")
        for index, part in enumerate(parts):
            last = index == len(parts) - 1
            if at not in self.folders:
                return None
            if part in ("", "."):
                if last:
                    return None
            elif part == "..":
                at = posixpath.dirname(at)
            else:
                at = posixpath.join(at, part)
        return at if at in self.contents else None


def is_system(path):
    parts = path.split("/")
    return parts[0] == "__MACOSX" or parts[-1].startswith("._") or parts[-1].lower() in SYSTEM_NAMES


def find_base(files):
    """The folder of label.csv, and the folder that names in it are relative to."""
    names = [name for name in files.contents if not is_system(name)]
    root = ""
    tops = {name.split("/")[0] for name in names}
    if "label.csv" not in names and "image" not in tops and len(tops) == 1 and all("/" in name for name in names):
        root = tops.pop()
    inside = posixpath.join(root, "image")
    images = [name for name in names if name.lower().endswith(IMAGE_EXTENSIONS)]
    in_image = [name for name in images if name.startswith(inside + "/")]
    base = inside if inside in files.folders and len(in_image) == len(images) else root
    return root, base, [posixpath.relpath(name, base or ".") for name in images]


def is_whole_png(data):
    """Whether all chunks up to IEND are there, the critical ones with their CRC."""
    at = 8
    while at + 12 <= len(data):
        length, kind = struct.unpack(">I4s", data[at:at + 8])
        body = data[at + 4:at + 8 + length]
        if at + 12 + length > len(data):
            return False
        if kind[0] & 0x20 == 0 and zlib.crc32(body) != struct.unpack(">I", data[at + 8 + length:at + 12 + length])[0]:
            return False
        if kind == b"IEND":
            return True
        at += 12 + length
    return False


def image_size(data):
    """Width and height as OpenCV decodes the image, turned as EXIF says; None where it is not an image to it."""
    try:
        with Image.open(io.BytesIO(data)) as image:
            if image.format not in FORMATS:
                return None
            if image.format == "PNG":
                if not is_whole_png(data):
                    return None
                ImageFile.LOAD_TRUNCATED_IMAGES = False
            image.load()
            width, height = image.size
            if image.getexif().get(0x0112, 1) in (5, 6, 7, 8):
                width, height = height, width
    except Exception:  # Pillow has many ways to say that it cannot.
        return None
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = True
    return (width, height) if width > 1 and height > 1 else None


def dicom_identity(data):
    """What makes a slice itself to the reader: two files that agree in it are one. None where it is not a DICOM image."""
    try:
        import pydicom
    except ImportError:
        raise Failure("python3-pydicom is needed for DICOM and is not installed") from None
    try:
        header = pydicom.dcmread(io.BytesIO(data), stop_before_pixels=True, force=True)
        rows, columns = int(header.Rows), int(header.Columns)
    except Exception:  # So has pydicom.
        return None

    def text(keyword):
        return str(header.get(keyword) or "").strip()

    series, number = text("SeriesInstanceUID"), 0
    if "InstanceNumber" in header:
        if text("InstanceNumber") == "":
            raise Failure("an InstanceNumber is present and empty")
        number = int(header.InstanceNumber)
    else:
        series += "--" + text("SOPInstanceUID")
    return (text("StudyInstanceUID"), series, text("ViewPosition"), rows, columns, number), (columns, rows)
