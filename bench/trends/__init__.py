"""How well the trends service tells what rises and who fell silent, and what it costs."""
