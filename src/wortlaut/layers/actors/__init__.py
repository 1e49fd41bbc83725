"""Actors: mentions, who of them are one, who speaks and through whom it came."""
