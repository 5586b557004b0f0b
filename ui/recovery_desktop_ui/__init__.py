"""The window of Recovery Desktop: all of Qt lives here, and nothing of it anywhere else."""
