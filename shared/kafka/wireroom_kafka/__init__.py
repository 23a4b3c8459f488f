"""Wireroom's stages and sinks on Kafka: one consumer loop, three kinds of work. It knows nothing of news."""
