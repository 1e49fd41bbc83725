"""Statements: which of the candidates hold, what act they are, and how sure they are."""
