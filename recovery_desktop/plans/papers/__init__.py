"""What each document says, from a snapshot: one module a document, without anything of how it looks."""
