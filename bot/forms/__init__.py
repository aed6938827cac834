"""Submissions: from the body of an issue to answers, and from answers to a submission."""
