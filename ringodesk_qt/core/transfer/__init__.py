"""History in and out of files: imports that never double, exports that read well and restore."""
