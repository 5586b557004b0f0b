"""What is read over everything else and needs no open practice: the help, all keys, and what the program is."""
