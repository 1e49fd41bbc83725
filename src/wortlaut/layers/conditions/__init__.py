"""Conditions and what depends on them."""
