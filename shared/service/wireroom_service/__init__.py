"""What every service on Kafka does alike: settings to a running process, its HTTP ends, and its end."""
