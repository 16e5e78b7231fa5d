"""From a platform's event to a row that is safe in the inbox, beside what nobody can leave out."""
