"""The schema's history: SQL files numbered in tens, each applied once, in order."""
