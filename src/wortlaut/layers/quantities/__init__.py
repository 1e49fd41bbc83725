"""Amounts: numbers with their bounds and what is counted."""
