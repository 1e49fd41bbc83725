"""Identity: who an actor is outside the article."""
