"""The PostgreSQL schema ``news``: its migrations, its one writer, and the queries that all readers share."""
