"""The desk: where versions of the plan are signed, and where documents are made and handed over."""
