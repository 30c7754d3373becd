"""The set-up, a page a step; each is tried before the next is shown."""
