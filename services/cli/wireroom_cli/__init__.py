"""The wireroom command: every stage in one process, and the operator's tool."""
