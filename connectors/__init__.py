"""One room per platform: translates between the platform's words and ours, nothing else."""
