"""Draws a volume with VTK, for the benchmark 'render'. Arguments: FILE.raw EDGE SCENE gpu|cpu full|shaded|moving FRAMES. Prints frames per second."""
import math
import sys
import time

import numpy
import vtk
from vtk.util.numpy_support import numpy_to_vtk

path, edge, scene, mapper_kind, kind, frames = sys.argv[1], int(sys.argv[2]), sys.argv[3], sys.argv[4], sys.argv[5], int(sys.argv[6])
voxels = numpy.fromfile(path, numpy.uint8)
image = vtk.vtkImageData()
image.SetDimensions(edge, edge, edge)
image.GetPointData().SetScalars(numpy_to_vtk(voxels, deep=False))

colors = vtk.vtkColorTransferFunction()
colors.AddRGBPoint(0, 0, 0.6, 1)
colors.AddRGBPoint(255, 1, 0.6, 0)
opacity = vtk.vtkPiecewiseFunction()
curve = [(0, 0), (128, 0), (160, 0.6), (255, 0.6)] if scene == "opaque" else [(0, 0), (40, 0), (170, 0.04), (255, 0.04)]
for place, value in curve:
    opacity.AddPoint(place, value)

look = vtk.vtkVolumeProperty()
look.SetColor(colors)
look.SetScalarOpacity(opacity)
look.SetScalarOpacityUnitDistance(1.0)
look.SetInterpolationTypeToLinear()
look.SetShade(kind == "shaded")

mapper = vtk.vtkOpenGLGPUVolumeRayCastMapper() if mapper_kind == "gpu" else vtk.vtkFixedPointVolumeRayCastMapper()
mapper.SetInputData(image)
mapper.SetAutoAdjustSampleDistances(0)
step = 2.0 if kind == "moving" else 1.0
mapper.SetSampleDistance(step)
if mapper_kind == "gpu":
    mapper.SetUseJittering(0)
else:
    mapper.SetInteractiveSampleDistance(step)
    mapper.SetImageSampleDistance(1.0)

volume = vtk.vtkVolume()
volume.SetMapper(mapper)
volume.SetProperty(look)
renderer = vtk.vtkRenderer()
renderer.AddVolume(volume)
renderer.SetBackground(0, 0, 0)
window = vtk.vtkRenderWindow()
window.SetMultiSamples(0)
window.SetOffScreenRendering(1)
window.AddRenderer(renderer)
window.SetSize(*((400, 300) if kind == "moving" else (800, 600)))
camera = renderer.GetActiveCamera()
camera.SetViewAngle(30)
middle = (edge - 1) / 2
distance = 0.5 * math.sqrt(3) * edge / math.sin(math.radians(15))


def draw(number):
    turn, rise = math.radians(30 + 7 * number), math.radians(20)
    camera.SetFocalPoint(middle, middle, middle)
    camera.SetPosition(middle + distance * math.cos(rise) * math.sin(turn), middle + distance * math.sin(rise), middle + distance * math.cos(rise) * math.cos(turn))
    camera.SetViewUp(0, 1, 0)
    renderer.ResetCameraClippingRange()
    window.Render()
    window.WaitForCompletion()
    pixels = vtk.vtkUnsignedCharArray()
    window.GetPixelData(0, 0, window.GetSize()[0] - 1, window.GetSize()[1] - 1, 0, pixels, 0)


draw(0)
start = time.perf_counter()
for number in range(1, frames + 1):
    draw(number)
print(frames / (time.perf_counter() - start))
