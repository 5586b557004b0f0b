"""The pages of a client's record, one short module or package each."""
