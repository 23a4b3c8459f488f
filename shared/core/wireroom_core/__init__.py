"""What every Wireroom service shares: messages, topology, contracts, errors, settings, runner."""
