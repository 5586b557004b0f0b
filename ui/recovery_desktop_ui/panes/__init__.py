"""What is shown beside the tabs and is not one client's: what is due, a new client, the practice."""
