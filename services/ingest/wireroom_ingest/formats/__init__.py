"""One module a format; each is a pure function from decoded text to items, without I/O and without a clock."""
