"""The hosts: where a decision is brought about, on GitHub or in a clone on disk."""
