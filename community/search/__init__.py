"""Finding phrases by what they mean: words, spelling, meaning, and the index over them."""
