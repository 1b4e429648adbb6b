"""Reads the header of every DICOM file below a folder with pydicom, up to its pixel data; does so several times and prints the median seconds."""
import os
import statistics
import sys
import time

import pydicom

TAGS = [
    "SOPClassUID", "SOPInstanceUID", "StudyInstanceUID", "SeriesInstanceUID", "InstanceNumber", "Modality", "PatientID", "SamplesPerPixel",
    "PhotometricInterpretation", "NumberOfFrames", "Rows", "Columns", "BitsAllocated", "BitsStored", "WindowCenter", "WindowWidth",
]


def read_all(root):
    started = time.perf_counter()
    pixels = 0
    for folder, _, names in os.walk(root):
        for name in names:
            if name.endswith(".dcm"):
                header = pydicom.dcmread(os.path.join(folder, name), stop_before_pixels=True, specific_tags=TAGS)
                values = [header.get(tag) for tag in TAGS]
                values.append(header.file_meta.TransferSyntaxUID)
                pixels += header.Rows * header.Columns
    return time.perf_counter() - started


print(f"{statistics.median(read_all(sys.argv[1]) for _ in range(int(sys.argv[2]))):.4f}")
