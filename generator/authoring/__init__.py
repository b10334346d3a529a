"""Write catalogue files for people: new ones from the schema, changes from what is inherited, lists from tables."""
