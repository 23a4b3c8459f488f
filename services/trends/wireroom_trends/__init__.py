"""What the news is about, what of it rises, and which source has stopped talking."""
