"""The proposal: what a submission means for the list as it stands today."""
