"""A model of a community's life: many people who do anything, and the promises they were made."""
