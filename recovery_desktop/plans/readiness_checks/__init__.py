"""What the rules of a profile may ask of a plan before it is signed: each check says what is missing, and where."""
