"""Makes a dataset of PNG and JPEG files of about 40 KB each, with content like that of photographs: smooth shapes and noise.

Usage: pillow_make.py <folder> <number of images>
"""
import os
import random
import sys

from PIL import Image

folder, count = os.path.join(sys.argv[1], "image"), int(sys.argv[2])
os.makedirs(folder)
random.seed(7)
noise = Image.effect_noise((1600, 1600), 30)
shape = Image.radial_gradient("L")


def content(width, height, channels):
    """A piece of the noise over a part of the shape, for each channel another."""
    planes = []
    for _ in range(channels):
        left, top = random.randrange(1600 - width), random.randrange(1600 - height)
        grain = noise.crop((left, top, left + width, top + height))
        edge = random.randrange(100)
        smooth = shape.crop((edge, edge, 256 - edge // 2, 256 - edge // 3)).resize((width, height), Image.BICUBIC)
        planes.append(Image.blend(smooth, grain, 0.3))
    return planes[0] if channels == 1 else Image.merge("RGB", planes)


for number in range(count):
    name = os.path.join(folder, f"image{number:05d}")
    kind = number % 4
    if kind == 0:
        content(224, 192, 1).save(name + ".png")
    elif kind == 1:
        content(128, 112, 3).save(name + ".png")
    else:
        # One JPEG of ten is progressive.
        content(448, 384, 3 if kind == 2 else 1).save(name + ".jpg", quality=88, progressive=number % 20 == 2)
