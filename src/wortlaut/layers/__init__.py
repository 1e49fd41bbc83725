"""Each layer adds one thing to a document: a package a subject, each of pure functions."""
