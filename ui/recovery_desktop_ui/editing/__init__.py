"""From a keystroke to the disk: forms made of record fields, lists of rows, saving, drafts, undo."""
