"""Everything that opens as a list: tables as values, the list that holds a cursor, and a module for each list."""
