"""The command `wortlaut`. What is slow to import is imported when a command runs."""
