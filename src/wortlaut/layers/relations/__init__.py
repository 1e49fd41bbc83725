"""Relations between actors that a text asserts."""
