"""What every page is made of: colour, type, small widgets, editors, forms, charts. Nothing here knows a client."""
