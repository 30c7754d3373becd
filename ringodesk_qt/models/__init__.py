"""Frozen structs that every layer may use: what the words of the design mean, and nothing else."""
