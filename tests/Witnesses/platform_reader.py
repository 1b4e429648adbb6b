#!/usr/bin/python3
"""What the platform's own reader would keep of datasets.

    platform_reader.py [--output FILE] DATASET [DATASET ...]

A dataset is a zip or a folder. For each, one line of JSON is printed, or written to a file:

    dataset      the path as given
    task         single_label, multi_label, detection, segmentation; null where label.csv has another form or is absent
    rows         records of label.csv
    kept_rows    the lines on which the records start that the reader keeps
    dropped      records that it leaves out: line and reason
    images       the images found, by the names that label.csv must use
    images_kept  the images that the kept records name; without label.csv all images that can be read
    failed       why the reader stops and uses nothing; null where it goes on
    later        what stops it behind the records: masks and classes that its statistics cannot take
    pinned       lines of boxes that only the maker's pinned pandas 1.1.5 voids: its parser of decimals rounds more than once

The reader keeps every row where failed is null and dropped is empty. This is an imitation from facts that were seen of
deepqai/aip3-inference (July 2024), for comparison in tests; it shares no code with it, nor with the rest of this project.
Needs python3-pandas and python3-pil; python3-pydicom for DICOM alone.
"""

import base64
import binascii
import collections
import io
import json
import posixpath
import sys
import warnings
import zipfile
import zlib

import pandas

sys.dont_write_bytecode = True  # Nothing is left beside the sources.

from platform_files import Failure, Files, dicom_identity, find_base, image_size

NEGATIVE = "nothing to label"
TASKS = {2: "single_label", 3: "multi_label", 5: "segmentation", 6: "detection"}
LEAST_CLASSES = {"single_label": 2, "multi_label": 1, "segmentation": 1, "detection": 0}


def start_lines(text):
    """The lines on which the records start: blank ones are passed over, quoted fields may hold line ends."""
    starts, line, at = [], 1, 0
    while at < len(text):
        start, first, in_quotes, at_field_start = line, at, False, True
        while at < len(text) and (in_quotes or text[at] not in "\r\n"):
            char, following = text[at], text[at + 1:at + 2]
            if in_quotes and char == '"':
                in_quotes = following == '"'
                at += in_quotes
            elif in_quotes:
                line += char == "\n" or (char == "\r" and following != "\n")
            else:
                in_quotes = char == '"' and at_field_start
                at_field_start = char == ","
            at += 1
        if text[first:at].strip(" \t"):
            starts.append(start)
        at += 2 if text[at:at + 2] == "\r\n" else 1
        line += 1
    return starts


def read_table(data):
    """label.csv as pandas reads it, and the lines of its records."""
    def parse(**options):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return pandas.read_csv(io.BytesIO(data), header=None, dtype={1: str}, **options)

    try:
        table = parse()
    except (ValueError, UnicodeError) as error:  # pandas derives its own errors from ValueError.
        raise Failure(f"label.csv cannot be read: {error}".strip()) from None
    text = data.decode("utf-8-sig")
    lines = start_lines(text)
    if len(lines) != len(table):
        raise AssertionError(f"{len(lines)} records were seen where pandas reads {len(table)}")
    return table, lines, parse


def kind_of(column):
    """number, text, switch (all true or false) or empty, as pandas made the column."""
    if column.isna().all():
        return "empty"
    if pandas.api.types.is_bool_dtype(column.dtype):
        return "switch"
    return "number" if pandas.api.types.is_numeric_dtype(column.dtype) else "text"


class Reading:
    """One dataset on its way through the reader."""

    def __init__(self, path):
        self.files = Files(path)
        self.root, self.base, self.images = find_base(self.files)
        self.result = {
            "dataset": path, "task": None, "rows": 0, "kept_rows": [], "dropped": [], "images": sorted(self.images),
            "images_kept": [], "failed": None, "later": [], "pinned": [],
        }

    def run(self):
        try:
            self.read()
        except Failure as failure:
            self.result["failed"] = str(failure)
            self.result["kept_rows"], self.result["images_kept"] = [], []
        return self.result

    def read(self):
        label = self.files.contents.get(posixpath.join(self.root, "label.csv"))
        is_dicom = any(name.lower().endswith((".dcm", ".dicom")) for name in self.images)
        if label is None:
            if not self.images:
                raise Failure("there are no images")
            self.result["images_kept"] = sorted(name for name in self.images if is_dicom or self.size(name)[0])
            return

        table, lines, parse = read_table(label())
        self.result["rows"] = len(table)
        self.task = TASKS.get(table.shape[1])
        self.result["task"] = self.task
        if self.task is None:
            raise Failure(f"label.csv has {table.shape[1]} columns by its first record")
        names = kind_of(table[0])
        if names in ("number", "switch"):
            raise Failure("all names of images are numbers or switches, and are no longer text to the reader")

        if self.task == "detection":
            table[1] = table[1].replace("negative", NEGATIVE)
            quick = parse(float_precision="legacy")
        rows = []
        self.slices = {}
        for index, line in enumerate(lines):
            name = table.at[index, 0]
            if isinstance(name, float):
                self.drop(line, "its image has no name")
                continue
            label_name = table.at[index, 1]
            row = {"line": line, "name": name, "label": None if isinstance(label_name, float) else label_name,
                   "values": [table.at[index, column] for column in range(2, table.shape[1])]}
            if self.task == "detection":
                row["quick"] = [quick.at[index, column] for column in range(2, 6)]
            rows.append(row)

        rows = self.check_files(rows, is_dicom)
        if self.task == "detection":
            for column in range(2, 6):
                is_text = kind_of(table[column]) in ("text", "switch")
                if is_text and any(not pandas.isna(row["values"][column - 2]) for row in rows):
                    raise Failure("a number of a box is not a number, which makes text of its whole column")
        groups = collections.OrderedDict()
        for row in rows:
            groups.setdefault(row["group"], []).append(row)
        kept = getattr(self, "check_" + self.task)(groups)
        if not kept:
            raise Failure("no row is left")

        classes = {row["label"] for row in kept} - {NEGATIVE}
        if None in classes:
            raise Failure("a class of a row that is used is read as no value")
        if len(classes) < LEAST_CLASSES[self.task]:
            raise Failure(f"{len(classes)} classes are left, {LEAST_CLASSES[self.task]} are needed")
        if self.task == "segmentation":
            self.check_masks(kept, table)
        if self.task in ("detection", "segmentation"):
            self.result["later"] += [f"the class '{name}' cannot name a file" for name in sorted(classes) if "/" in name]
        if self.task == "multi_label" and kind_of(table[2]) == "text":
            self.result["later"].append("a value is not a number")
        if self.task == "single_label" and any(row["label"] == NEGATIVE for row in kept):
            self.result["later"].append(f"the class '{NEGATIVE}' has no number")

        self.result["kept_rows"] = sorted(row["line"] for row in kept)
        self.result["images_kept"] = sorted({row["name"] for row in kept})
        self.result["dropped"].sort(key=lambda drop: drop["line"])

    def drop(self, line, reason):
        self.result["dropped"].append({"line": line, "reason": reason})

    def drop_all(self, rows, reason):
        for row in rows:
            self.drop(row["line"], reason)

    def size(self, name):
        """The image's size, or why it has none."""
        path = self.files.resolve(self.base, name)
        if path is None:
            return None, "there is no such file"
        if path in self.files.unreadable:
            return None, "its group may not read the file"
        size = image_size(self.files.contents[path]())
        return size, None if size else "the file is not an image, or is damaged"

    def check_files(self, rows, is_dicom):
        if is_dicom:
            return self.check_slices(rows)
        sizes, kept = {}, []
        for row in rows:
            name = row["name"]
            if name not in sizes:
                sizes[name] = self.size(name)
            size, reason = sizes[name]
            if size is None:
                self.drop(row["line"], reason)
            else:
                kept.append(dict(row, group=name, size=size))
        return kept

    def check_slices(self, rows):
        """DICOM: one flat folder, a row for a missing file stops all, and two files of one identity are one."""
        slices = {}
        for name in self.images:
            identity = dicom_identity(self.files.contents[self.files.resolve(self.base, name)]())
            if identity is None:
                raise Failure(f"{name} is not a DICOM image")
            slices[name] = identity
        for row in rows:
            if row["name"] not in slices:
                raise Failure(f"line {row['line']}: there is no such DICOM file")
        return [dict(row, group=slices[row["name"]][0], size=slices[row["name"]][1]) for row in rows]

    def check_single_label(self, groups):
        kept = []
        for rows in groups.values():
            if len(rows) == 1:
                kept += rows
            else:
                self.drop_all(rows, "the image is on several rows")
        return kept

    def agreed_classes(self, groups):
        """The set of classes that most images name."""
        counts = collections.Counter(frozenset(row["label"] for row in rows) for rows in groups.values())
        most = max(counts.values(), default=0)
        agreed = [classes for classes, count in counts.items() if count == most]
        if len(agreed) != 1:
            raise Failure("no set of classes is the most frequent one")
        for rows in groups.values():
            labels = {row["label"] for row in rows}
            if None in labels and len(labels) > 1:
                raise Failure("a class beside others is read as no value")
        return agreed[0]

    def check_multi_label(self, groups):
        agreed, kept = self.agreed_classes(groups), []
        for rows in groups.values():
            if len(rows) == len(agreed) and {row["label"] for row in rows} == agreed:
                kept += rows
            else:
                self.drop_all(rows, "the image does not name each class once")
        return kept

    def check_segmentation(self, groups):
        agreed, kept = self.agreed_classes(groups), []
        for rows in groups.values():
            if len(rows) != len(agreed) or {row["label"] for row in rows} != agreed:
                self.drop_all(rows, "the image does not name each class once")
            elif any(tuple(row["values"][:2]) != row["size"] for row in rows):
                self.drop_all(rows, "a mask's size is not the image's")
            else:
                kept += rows
        return kept

    def check_detection(self, groups):
        def fits(box, size):
            x, y, width, height = box
            return width > 0 and height > 0 and 0 <= x and 0 <= y and x + width <= size[0] and y + height <= size[1]

        kept = []
        for rows in groups.values():
            bad = [row for row in rows if row["label"] != NEGATIVE and not fits(row["values"], row["size"])]
            if bad:
                self.drop_all(rows, f"the box on line {bad[0]['line']} is not inside its image, or is empty")
                continue
            kept += rows
            self.result["pinned"] += [
                row["line"] for row in rows if row["label"] != NEGATIVE and not fits(row["quick"], row["size"])]
        return kept

    def check_masks(self, kept, table):
        for column in (2, 3):
            if not pandas.api.types.is_integer_dtype(table[column].dtype):
                raise Failure("a size of a mask is not a whole number, which makes decimals of its whole column")
        is_text = kind_of(table[4]) == "text"
        for row in kept:
            mask = row["values"][2]
            if isinstance(mask, float) and mask != mask:
                continue
            if not is_text:
                raise Failure("the masks are read as numbers")
            try:
                packed = zlib.decompress(base64.b64decode(mask.encode()))
            except (binascii.Error, zlib.error) as error:
                raise Failure(f"line {row['line']}: the mask cannot be unpacked: {error}") from None
            if len(packed) * 8 < row["size"][0] * row["size"][1]:
                raise Failure(f"line {row['line']}: the mask is too short")


def main(arguments):
    output = sys.stdout
    if arguments[:1] == ["--output"]:
        output = open(arguments[1], "w", encoding="ascii")
        arguments = arguments[2:]
    for path in arguments:
        try:
            result = Reading(path).run()
        except (OSError, zipfile.BadZipFile) as error:
            result = {"dataset": path, "task": None, "rows": 0, "kept_rows": [], "dropped": [], "images": [], "images_kept": [],
                      "failed": f"the dataset cannot be opened: {error}", "later": [], "pinned": []}
        print(json.dumps(result, ensure_ascii=True), file=output, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
