"""What both front ends look at when something may be wrong: the checks of `doctor`, and the bundle of diagnostics."""
