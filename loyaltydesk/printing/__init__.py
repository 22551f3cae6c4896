"""Paper: values in, a scene in millimetres, a PDF out; the window paints the same scene with its own back-end."""
